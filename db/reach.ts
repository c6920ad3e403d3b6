import { connect, type Db, type Sql } from './client.ts'
import { reachEmbedded } from './embedded.ts'

export type ReachOptions = {
  /** An outside database. Without it the embedded one in `folder` is used. */
  readonly url?: string
  readonly folder: string
  readonly prepare?: boolean
  readonly log: (message: string) => void
}

/** Reaches a database as it stands, by two connections at once at most: nothing is migrated, and a server that runs on the folder is left running. */
export const reachDatabase = async ({
  url,
  folder,
  log,
  prepare = true,
}: ReachOptions): Promise<{ readonly sql: Sql; readonly db: Db; readonly close: () => Promise<void> }> => {
  const server = url === undefined ? await reachEmbedded({ folder, log }) : undefined
  const { sql, db } = connect({ url: url ?? server?.appUrl ?? '', prepare, max: 2, log })
  const close = async (): Promise<void> => {
    await sql.end({ timeout: 5 })
    await server?.stop()
  }
  return { sql, db, close }
}
