import type { Sql } from './client.ts'
import { appliedTo, migrationsOf, pendingOf } from './migrations.ts'
import { DatabaseRefused } from './refused.ts'

const isDenied = (error: unknown): boolean => (error as { readonly code?: string }).code === '42501'

/** A server does not migrate on its own a database that several servers share. */
export const refuseUnmigrated = async (sql: Sql, folder?: string): Promise<void> => {
  const applied = await appliedTo(sql).catch((error: unknown) => {
    if (!isDenied(error)) throw error
    throw new DatabaseRefused('role_missing', 'The login is not a member of yishi_app. Run `npm run migrate`.')
  })
  const pending = pendingOf(applied, migrationsOf(folder)).map(({ name }) => name)
  if (pending.length > 0)
    throw new DatabaseRefused(
      'migrations_missing',
      `The database lacks ${pending.length} migration(s), from ${pending[0]} on. Run \`npm run migrate\`.`,
      { pending },
    )
}
