import { connect, type Sql } from './client.ts'
import { appliedTo, type Migration, migrationsOf, pendingOf } from './migrations.ts'
import { admitToGroup, appGroup, ensureGroup } from './roles.ts'

export type MigrateOptions = {
  /** A login that may create tables and roles. */
  readonly ownerUrl: string
  /** The login of the servers, to be made a member of the group that the tables are granted to. */
  readonly appLogin?: string
  readonly folder?: string
  readonly log?: (message: string) => void
}

/** Two servers that start at once take turns: whoever comes second finds the work done. */
const takeTurn = (sql: Pick<Sql, 'unsafe'>): Promise<unknown> =>
  sql.unsafe(`select pg_advisory_xact_lock(hashtext('yishi migration'))`)

const prepareTable = (sql: Sql): Promise<unknown> =>
  sql.begin(async (tx) => {
    await takeTurn(tx)
    await tx.unsafe(`
      create table if not exists migration (
        name text primary key,
        sha256 text not null constraint "a hash is SHA-256 in hex" check (sha256 ~ '^[0-9a-f]{64}$'),
        applied_at timestamptz not null default now()
      );
      comment on table migration is 'the numbered files of SQL that made this database, each with the hash of its text';
      grant select on migration to ${appGroup};
    `)
  })

/** Applies the next file unless another server has done so meanwhile; tells its name, or nothing when all are in. */
const applyNext = (sql: Sql, ours: readonly Migration[]): Promise<string | undefined> =>
  sql.begin(async (tx) => {
    await takeTurn(tx)
    const applied = await tx<{ name: string; sha256: string }[]>`select name, sha256 from migration order by name`
    const [next] = pendingOf(applied, ours)
    if (next === undefined) return undefined
    await tx.unsafe(next.text)
    await tx`insert into migration (name, sha256) values (${next.name}, ${next.sha256})`
    return next.name
  })

/** Brings a database to this release: each file once, each in a transaction of its own. Tells what was applied. */
export const migrate = async ({
  ownerUrl,
  appLogin,
  folder,
  log = () => undefined,
}: MigrateOptions): Promise<readonly string[]> => {
  const ours = migrationsOf(folder)
  const { sql } = connect({ url: ownerUrl, max: 1, prepare: false, log })
  try {
    await ensureGroup(sql)
    if (appLogin !== undefined) await admitToGroup(sql, appLogin)
    pendingOf(await appliedTo(sql), ours)
    await prepareTable(sql)
    const done: string[] = []
    for (let name = await applyNext(sql, ours); name !== undefined; name = await applyNext(sql, ours)) {
      log(`applied the migration ${name}`)
      done.push(name)
    }
    return done
  } finally {
    await sql.end({ timeout: 5 })
  }
}
