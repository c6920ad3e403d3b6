import { sql } from 'drizzle-orm'
import type { Db } from './client.ts'

export type { Db } from './client.ts'

/** A transaction in one community. */
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0]

const tries = 3
const retried = new Set(['40001', '40P01'])

/** One transaction (read committed) that sees one community; a deadlock or serialization failure is tried again. */
export const within = async <T>(db: Db, community: string, fn: (tx: Tx) => Promise<T>): Promise<T> => {
  for (let n = 1; ; n += 1)
    try {
      return await db.transaction(async (tx) => {
        await tx.execute(sql`select set_config('app.community', ${community}, true)`)
        return fn(tx)
      })
    } catch (error) {
      if (n >= tries || !retried.has(codeOf(error))) throw error
    }
}

/** The same as another transaction, which is still under way, sees it: `pg_export_snapshot()` there tells by which name. */
export const withinSnapshot = <T>(
  db: Db,
  community: string,
  snapshot: string,
  fn: (tx: Tx) => Promise<T>,
): Promise<T> =>
  db.transaction(
    async (tx) => {
      await tx.execute(sql.raw(`set transaction snapshot '${snapshot.replaceAll("'", '')}'`))
      await tx.execute(sql`select set_config('app.community', ${community}, true)`)
      return fn(tx)
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )

const codeOf = (error: unknown): string => {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : ''
}
