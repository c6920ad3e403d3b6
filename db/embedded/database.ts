import { realpathSync } from 'node:fs'
import { connect } from '../client.ts'
import { admitToGroup, ensureGroup } from '../roles.ts'
import type { Log } from './server.ts'

const database = 'yishi'
export const appLogin = 'yishi_server'

/** Where a login finds the embedded database; it listens on this machine alone. */
export const urlOf = (login: string, password: string, port: number, name = database): string =>
  `postgres://${login}:${password}@127.0.0.1:${port}/${name}`

/** Whether the server at this address is the one of this cluster. */
export const answersAs = async (url: string, cluster: string): Promise<boolean> => {
  const { sql } = connect({ url, max: 1, log: () => undefined })
  try {
    const [row] = await sql<{ folder: string }[]>`select current_setting('data_directory') as folder`
    return row !== undefined && realpathSync(row.folder) === cluster
  } catch {
    return false
  } finally {
    await sql.end({ timeout: 1 })
  }
}

/** Makes the database and the server's login unless they are there. */
export const prepareDatabase = async (ownerUrl: string, appPassword: string, log: Log): Promise<void> => {
  const { sql } = connect({ url: ownerUrl, max: 1, log })
  try {
    await ensureGroup(sql)
    if ((await sql`select from pg_roles where rolname = ${appLogin}`).length === 0)
      // A statement of definition takes no parameters; the password is hexadecimal of our own making.
      await sql.unsafe(`create role ${appLogin} login password '${appPassword}'`)
    await admitToGroup(sql, appLogin)
    if ((await sql`select from pg_database where datname = ${database}`).length === 0)
      await sql`create database ${sql(database)}`
  } finally {
    await sql.end({ timeout: 5 })
  }
}
