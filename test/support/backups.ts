import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { z } from 'zod'
import { connect, type Sql } from '../../db/client.ts'
import { agree } from '../../src/backup/agree.ts'
import { BackupRefused } from '../../src/backup/refused.ts'
import { type Restored, restore } from '../../src/backup/restore.ts'
import { type BackedUp, backUp } from '../../src/backup/write.ts'
import type { Keys } from '../../src/identity/keys.ts'
import { signHead } from '../../src/identity/record-key.ts'
import { fileFolder } from '../../src/record/file-folder.ts'
import type { FileStore } from '../../src/record/files.ts'
import { sha256 } from '../../src/record/sha256.ts'
import { canonicalBytes } from '../../workflows/format/canonical.ts'
import { headOf, leafOf, toHex } from '../../workflows/format/hash.ts'
import type { TestDatabase } from './postgres.ts'

const silent = (): void => undefined

export const filesIn = (folder: string): FileStore => fileFolder(join(folder, 'files'))

/** Backs up a database by a connection of its own, as the command does. */
export const backsUp = async (
  url: string,
  folder: string,
  file: string,
  more: { readonly signal?: AbortSignal; readonly files?: FileStore } = {},
): Promise<BackedUp> => {
  const { sql } = connect({ url, max: 1, log: silent })
  try {
    return await backUp({ sql, files: filesIn(folder), file, log: silent, ...more })
  } finally {
    await sql.end({ timeout: 1 })
  }
}

/** Restores into a database that is there and migrated. */
export const restores = (
  { url }: Pick<TestDatabase, 'url'>,
  folder: string,
  file: string,
  keys: Keys,
  signal?: AbortSignal,
  checkpoints: readonly string[] = [],
): Promise<Restored> => {
  const open = async () => {
    const { sql } = connect({ url, max: 1, log: silent })
    return { sql, close: () => sql.end({ timeout: 1 }) }
  }
  return restore({
    open,
    keys,
    folder: join(folder, 'files'),
    file,
    log: silent,
    checkpoints,
    ...(signal ? { signal } : {}),
  })
}

/** How it was refused; a success is a fault. */
export const refusedAs = async (doing: Promise<unknown>): Promise<BackupRefused> => {
  try {
    await doing
  } catch (error) {
    if (error instanceof BackupRefused) return error
    throw error
  }
  throw new Error('it was not refused')
}

/** Every row of every table, as PostgreSQL writes it, community by community. */
export const everyRow = async (sql: Sql): Promise<Readonly<Record<string, readonly string[]>>> => {
  const found: Record<string, readonly string[]> = {}
  await sql.begin(async (tx) => {
    const tables = await tx<{ name: string }[]>`
      select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not in ('migration', 'change_count') order by 1`
    for (const { id } of await tx<{ id: string }[]>`select id from community order by id`) {
      await tx`select set_config('app.community', ${id}, true)`
      for (const { name } of tables) {
        const rows = await tx<{ row: string }[]>`select t::text as row from ${tx(name)} t order by 1`
        found[`${id} ${name}`] = rows.map(({ row }) => row)
      }
    }
  })
  return found
}

const manifest = z.looseObject({
  migrations: z.array(z.looseObject({ name: z.string(), sha256: z.string() })),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.object({ name: z.string(), type: z.string() })) })),
})

/** A backup taken apart: its first line, and each row with its table and its columns by name. */
export type Opened = {
  manifest: z.infer<typeof manifest>
  lines: (
    | { readonly table: string; readonly row: Record<string, string | null> }
    | { readonly other: Record<string, unknown> }
  )[]
  end: Record<string, unknown>
}

/** A backup as somebody could change it who knows the format: the end counts and hashes again what is there then. */
export const reforge = (from: string, to: string, change: (opened: Opened) => void): void => {
  const [first = '', ...texts] = gunzipSync(readFileSync(from)).toString('utf8').trimEnd().split('\n')
  const last = texts.pop() ?? ''
  const opened: Opened = { manifest: manifest.parse(JSON.parse(first)), lines: [], end: JSON.parse(last) }
  const namesOf = (table: string) =>
    opened.manifest.tables.find(({ name }) => name === table)?.columns.map(({ name }) => name) ?? []
  let table = ''
  for (const text of texts) {
    const value: unknown = JSON.parse(text)
    if (Array.isArray(value)) {
      const names = namesOf(table)
      opened.lines.push({ table, row: Object.fromEntries(value.map((one, n) => [names[n] ?? '', one])) })
    } else {
      const other = value as Record<string, unknown>
      if (typeof other.table === 'string') table = other.table
      opened.lines.push({ other })
    }
  }
  change(opened)
  const rows: Record<string, number> = {}
  const written = opened.lines.map((line) => {
    if ('other' in line) return JSON.stringify(line.other)
    rows[line.table] = (rows[line.table] ?? 0) + 1
    return JSON.stringify(Object.values(line.row))
  })
  const files = opened.lines.filter((line) => 'other' in line && 'file' in line.other).length
  const content = `${[JSON.stringify(opened.manifest), ...written].join('\n')}\n`
  const sha256 = createHash('sha256').update(content).digest('hex')
  writeFileSync(to, gzipSync(`${content}${JSON.stringify({ ...opened.end, rows, files, sha256 })}\n`))
}

/**
 * What a restored database would be told had a statement been run on it before; nothing of it stays. The statement is run
 * as the owner of the tables, whom no grant holds back: SQL, or what writes with the record's own key.
 */
export const foundAfter = async (
  { ownerSql }: Pick<TestDatabase, 'ownerSql'>,
  community: string,
  keys: Keys,
  statement: string | ((sql: Sql) => Promise<number>),
): Promise<unknown> => {
  const sql = await ownerSql.reserve()
  try {
    await sql`begin`
    await sql`select set_config('app.community', ${community}, true)`
    // Neither triggers nor keys stand in the way of who writes a database anew.
    await sql`set local session_replication_role = replica`
    const count = typeof statement === 'string' ? (await sql.unsafe(statement)).count : await statement(sql)
    if (count === 0) throw new Error(`it changes nothing: ${statement}`)
    await agree(sql, keys, silent)
    return undefined
  } catch (error) {
    if (error instanceof BackupRefused) return error.facts.what
    throw error
  } finally {
    await sql`rollback`
    sql.release()
  }
}

/** Puts one more entry of a kind, with the data of the last one, at the end of a chain, and signs it: as whoever has database and key can. */
export const saysAgain =
  (keys: Keys, chain: string, kind: string) =>
  async (sql: Sql): Promise<number> => {
    const rows = await sql<{ bytes: string; kind: string; head: Uint8Array }[]>`
      select convert_from(bytes, 'UTF8') as bytes, kind, head from entry
      where community = current_community() and chain = ${chain} order by seq`
    const said = rows.findLast((row) => row.kind === kind)
    const last = rows.at(-1)
    if (!said || !last) return 0
    const { community, recordedAt: at } = JSON.parse(last.bytes) as { community: string; recordedAt: string }
    const seq = rows.length + 1
    const bytes = canonicalBytes({ ...JSON.parse(said.bytes), seq, recordedAt: at })
    const head = Buffer.from(headOf(sha256, last.head, leafOf(sha256, bytes)))
    await sql`
      insert into entry (community, chain, seq, kind, recorded_at, bytes, head)
      values (${community}, ${chain}, ${seq}, ${kind}, ${at}::timestamptz, ${Buffer.from(bytes)}, ${head})`
    await sql`update chain set seq = ${seq}, head = ${head} where community = ${community} and name = ${chain}`
    const jws = await signHead(keys, { community, chain, seq, head: toHex(head), at })
    await sql`insert into signed_head (community, chain, seq, jws) values (${community}, ${chain}, ${seq}, ${jws})`
    return 1
  }
