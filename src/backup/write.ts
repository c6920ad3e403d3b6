import { createHash } from 'node:crypto'
import { createWriteStream, existsSync } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Sql } from '../../db/client.ts'
import { appliedTo } from '../../db/migrations.ts'
import { toHex } from '../../workflows/format/hash.ts'
import type { FileStore } from '../record/files.ts'
import { sha256 } from '../record/sha256.ts'
import { backupFormat, type End, type Manifest } from './lines.ts'
import { BackupRefused } from './refused.ts'
import { rowsOf } from './rows.ts'
import { type Asked, listed, type Table, tableNames, tablesOf } from './tables.ts'

export interface BackUp {
  readonly sql: Sql
  /** Where uploaded files lie. */
  readonly files: FileStore
  /** The backup to be written; it must not be there yet. */
  readonly file: string
  readonly log: (message: string, facts?: Readonly<Record<string, unknown>>) => void
  /** Ends the writing before its time; nothing is left behind. */
  readonly signal?: AbortSignal
}

/** What a backup holds. */
export interface BackedUp {
  readonly communities: number
  readonly rows: number
  readonly files: number
  /** Files that were missing or changed, and so are not in it. */
  readonly absent: End['absent']
  readonly bytes: number
}

/**
 * Writes everything that the database and the file store hold into one file, as it stood at one instant, whatever is written
 * meanwhile. The keys are not in it. Refuses to write over anything.
 */
export const backUp = async ({ sql, files, file, log, signal }: BackUp): Promise<BackedUp> => {
  const part = `${file}.part`
  const handle = await open(part, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
    throw new BackupRefused(
      'backup_under_way',
      `${part} is there: another backup is being written, or was cut off. Remove it when none is running.`,
      { part },
    )
  })
  try {
    await handle.close()
    // Looked at only now: whoever wrote the same backup before us has renamed it by the time its part is gone.
    if (existsSync(file)) throw new BackupRefused('file_exists', `${file} is there already.`, { file })
    const sums: Sums = { communities: 0, rows: {}, files: 0, absent: [] }
    await inSnapshot(sql, (tx, tables) =>
      pipeline(
        hashed(linesOf(tx, tables, files, sums, log), sums),
        createGzip(),
        createWriteStream(part, { flags: 'r+', flush: true }),
        signal ? { signal } : {},
      ),
    )
    const { size: bytes } = await stat(part)
    await rename(part, file)
    const rows = Object.values(sums.rows).reduce((sum, n) => sum + n, 0)
    return { ...sums, rows, bytes }
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

type Sums = {
  communities: number
  readonly rows: Record<string, number>
  files: number
  readonly absent: End['absent']
}

/** One view of everything. A migration waits until the backup is done, since it may rewrite a table under its feet. */
const inSnapshot = async (sql: Sql, read: (tx: Asked, tables: readonly Table[]) => Promise<void>): Promise<void> => {
  if ((await appliedTo(sql)).length === 0)
    throw new BackupRefused('never_migrated', 'The database has never been migrated: there is nothing to back up.')
  const names = await tableNames(sql)
  let reading: Promise<void> | undefined
  try {
    await sql.begin('isolation level repeatable read read only', async (tx) => {
      // Locking takes no snapshot yet, so what is seen is what the lock was waited for.
      await tx.unsafe(`lock table ${listed(names)} in access share mode`)
      await tx.unsafe(`select set_config('DateStyle', 'ISO, YMD', true), set_config('IntervalStyle', 'postgres', true)`)
      const tables = await tablesOf(tx)
      if (
        tables
          .map(({ name }) => name)
          .sort()
          .join() !== [...names].sort().join()
      )
        throw new BackupRefused('being_migrated', 'The database was migrated just now. Try again.')
      reading = read(tx, tables)
      await reading
    })
  } finally {
    // A lost connection ends the transaction at once; whoever reads from it is heard out before the file goes.
    await reading?.catch(() => undefined)
  }
}

/** The lines with the last one, which says what came before it. */
async function* hashed(lines: AsyncGenerator<string>, sums: Sums): AsyncGenerator<string> {
  const hash = createHash('sha256')
  for await (const line of lines) {
    hash.update(line)
    yield line
  }
  const end: End = { end: true, ...sums, sha256: hash.digest('hex') }
  yield `${JSON.stringify(end)}\n`
}

async function* linesOf(
  tx: Asked,
  tables: readonly Table[],
  files: FileStore,
  sums: Sums,
  log: BackUp['log'],
): AsyncGenerator<string> {
  yield line(await manifestOf(tx, tables))
  for (const table of tables.filter(({ tenant }) => tenant === undefined)) yield* rowLines(tx, table, sums)
  const communities = await tx.unsafe<{ id: string }[]>('select id from community order by id')
  const own = tables.filter(({ tenant }) => tenant !== undefined)
  for (const { id } of communities) {
    await tx.unsafe(`select set_config('app.community', $1, true)`, [id])
    yield line({ community: id })
    for (const table of own) yield* rowLines(tx, table, sums)
    if (own.some(({ name }) => name === 'file')) yield* fileLines(tx, id, files, sums)
    sums.communities += 1
    log('backed up', { community: sums.communities, of: communities.length })
  }
}

const line = (value: unknown): string => `${JSON.stringify(value)}\n`

const manifestOf = async (tx: Asked, tables: readonly Table[]): Promise<Manifest> => {
  const [now] = await tx.unsafe<{ at: string }[]>(
    `select to_char(now() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`,
  )
  const migrations = await tx.unsafe<{ name: string; sha256: string }[]>(
    'select name, sha256 from migration order by name',
  )
  return {
    backup: 'yishi',
    format: backupFormat,
    at: now?.at ?? '',
    migrations: migrations.map(({ name, sha256: hash }) => ({ name, sha256: hash })),
    tables: tables.map(({ name, columns }) => ({ name, columns: [...columns] })),
  }
}

/** A row a line, each column as PostgreSQL writes it: read as its type again it is the same to the last bit. */
async function* rowLines(tx: Asked, { name, columns, key, tenant }: Table, sums: Sums): AsyncGenerator<string> {
  const texts = columns.map((column) => `${listed([column.name])}::text`).join(', ')
  // Some policies show a community rows of others; those come with their own.
  const own = tenant === undefined ? '' : `where ${listed([tenant])} = current_community()`
  const order = key.length > 0 ? `order by ${listed(key)}` : ''
  const query = `select json_build_array(${texts})::text as row from ${listed([name])} ${own} ${order}`
  let opened = false
  for await (const rows of rowsOf<{ row: string }>(tx, query)) {
    yield `${opened ? '' : line({ table: name })}${rows.map(({ row }) => `${row}\n`).join('')}`
    opened = true
    sums.rows[name] = (sums.rows[name] ?? 0) + rows.length
  }
}

/** The files whose rows are in the snapshot; one that is missing or is not what its hash says is noted, and left out. */
async function* fileLines(tx: Asked, community: string, files: FileStore, sums: Sums): AsyncGenerator<string> {
  const known = 'select sha256 from file where community = current_community() order by sha256'
  for await (const rows of rowsOf<{ sha256: string }>(tx, known))
    for (const { sha256: file } of rows) {
      const content = await files.get(community, file)
      if (content !== undefined && toHex(sha256(content)) === file) {
        yield line({ file, content: Buffer.from(content).toString('base64') })
        sums.files += 1
      } else sums.absent.push({ community, file })
    }
}
