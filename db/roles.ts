import type { Sql } from './client.ts'
import { DatabaseRefused } from './refused.ts'

/** The group whose rights the migrations grant; every server's login belongs to it, and it owns nothing. */
export const appGroup = 'yishi_app'

/** Roles belong to the whole cluster, so another database may be making the same one: a lost race is looked at again. */
const settle = async (done: () => Promise<boolean>, make: () => Promise<unknown>): Promise<void> => {
  for (let tries = 1; !(await done()); tries += 1) {
    try {
      await make()
    } catch (error) {
      if (tries === 5) throw error
    }
  }
}

/** Makes the group role unless it is there. */
export const ensureGroup = async (sql: Sql): Promise<void> => {
  const there = async () => (await sql`select from pg_roles where rolname = ${appGroup}`).length > 0
  await settle(there, () => sql`create role ${sql(appGroup)} nologin`)
}

/** Makes a login a member of the group. */
export const admitToGroup = async (sql: Sql, login: string): Promise<void> => {
  if ((await sql`select from pg_roles where rolname = ${login}`).length === 0)
    throw new DatabaseRefused(
      'role_missing',
      `The database has no role ${login}. Create it with login and a password.`,
      {
        login,
      },
    )
  const member = async () => {
    const [row] = await sql<{ member: boolean }[]>`select pg_has_role(${login}, ${appGroup}, 'member') as member`
    return row?.member === true
  }
  await settle(member, () => sql`grant ${sql(appGroup)} to ${sql(login)}`)
}
