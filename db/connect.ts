import { connect, type Db, type Sql } from './client.ts'
import { startEmbedded } from './embedded.ts'
import { refusePowerfulLogin } from './login.ts'
import { migrate } from './migrate.ts'
import { refuseUnmigrated } from './unmigrated.ts'

export type OpenOptions = {
  /** An outside database, by the login of the servers. Without it the embedded one in `folder` is used. */
  readonly url?: string
  /** The owner's login to the outside database: given, it is brought to this release before it is opened. */
  readonly ownerUrl?: string
  readonly folder: string
  readonly prepare?: boolean
  readonly max?: number
  readonly log: (message: string) => void
}

export type OpenedDatabase = {
  readonly sql: Sql
  readonly db: Db
  readonly url: string
  readonly embedded: boolean
  readonly close: () => Promise<void>
}

const open = async (
  url: string,
  { prepare, max, log }: OpenOptions,
  embedded: boolean,
  stop: () => Promise<void>,
): Promise<OpenedDatabase> => {
  const { sql, db } = connect({
    url,
    log,
    ...(prepare === undefined ? {} : { prepare }),
    ...(max === undefined ? {} : { max }),
  })
  const close = async (): Promise<void> => {
    await sql.end({ timeout: 10 })
    await stop()
  }
  try {
    await refusePowerfulLogin(sql)
    await refuseUnmigrated(sql)
    return { sql, db, url, embedded, close }
  } catch (error) {
    await sql.end({ timeout: 1 })
    throw error
  }
}

/** Opens the database that the program is to serve from, and refuses one that could not keep the communities apart. */
export const openDatabase = async (options: OpenOptions): Promise<OpenedDatabase> => {
  const { url, ownerUrl, folder, log } = options
  if (url !== undefined) {
    if (ownerUrl !== undefined) await migrate({ ownerUrl, appLogin: decodeURIComponent(new URL(url).username), log })
    return open(url, options, false, async () => undefined)
  }
  const server = await startEmbedded({ folder, log })
  try {
    await migrate({ ownerUrl: server.ownerUrl, log })
    return await open(server.appUrl, options, true, server.stop)
  } catch (error) {
    await server.stop()
    throw error
  }
}
