import { z } from 'zod'
import { toHex } from '../../workflows/format/hash.ts'
import type { Keys } from '../identity/keys.ts'
import { fileFolder } from '../record/file-folder.ts'
import type { FileStore } from '../record/files.ts'
import { sha256 } from '../record/sha256.ts'
import type { End, Row } from './lines.ts'
import type { OpenedBackup } from './read.ts'
import { BackupRefused } from './refused.ts'
import { rowsOf } from './rows.ts'
import { type Asked, listed, type Table } from './tables.ts'

export interface Fill {
  readonly backup: OpenedBackup
  readonly tables: readonly Table[]
  readonly keys: Keys
  /** Where files go for the time being. */
  readonly folder: string
  readonly log: (message: string, facts?: Readonly<Record<string, unknown>>) => void
  readonly signal?: AbortSignal | undefined
}

export interface Filled {
  readonly communities: number
  readonly rows: number
  readonly files: number
}

const manyRows = 500
const muchText = 4 * 1024 * 1024

/** Puts every row and file of a backup where it belongs, and holds their numbers against the backup's end. */
export const fill = async (tx: Asked, { backup, tables, keys, folder, log, signal }: Fill): Promise<Filled> => {
  const store = fileFolder(folder)
  const rows: Record<string, number> = {}
  const placed = new Set<string>()
  let communities = 0
  let community: string | undefined
  let table: OpenTable | undefined

  for await (const line of backup.lines()) {
    signal?.throwIfAborted()
    if (line.is === 'row') {
      if (!table) throw misplaced()
      if (table.of.name === 'signed_head') refuseOtherKeys(table.of, line.row, keys)
      await table.take(line.row, line.text)
      rows[table.of.name] = (rows[table.of.name] ?? 0) + 1
      continue
    }
    await table?.finish()
    table = undefined
    switch (line.is) {
      case 'community':
        communities += 1
        community = line.community
        await tx.unsafe(`select set_config('app.community', $1, true)`, [community])
        log('restoring', { community: communities })
        break
      case 'table': {
        const of = tables.find(({ name }) => name === line.table)
        if (!of || (of.tenant === undefined) !== (community === undefined)) throw misplaced()
        table = openTable(tx, of)
        break
      }
      case 'file':
        if (community === undefined) throw misplaced()
        placed.add(await putFile(tx, store, community, line))
        break
    }
  }
  await table?.finish()

  const { end } = backup
  const expected = end()
  const counted = { communities, rows, files: placed.size }
  if (!same(counted, { communities: expected.communities, rows: expected.rows, files: expected.files }))
    throw misplaced()
  await refuseMissingFiles(tx, tables, placed, expected.absent)
  return { communities, rows: Object.values(rows).reduce((sum, n) => sum + n, 0), files: placed.size }
}

const same = (a: object, b: object): boolean => sorted(a) === sorted(b)
const sorted = (value: object): string =>
  JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([x], [y]) => (x < y ? -1 : 1)))
      : one,
  )

const misplaced = (): BackupRefused =>
  new BackupRefused(
    'changed',
    'The backup has been changed since it was written: what it holds is not what its end says.',
  )

interface OpenTable {
  readonly of: Table
  readonly take: (row: Row, text: string) => Promise<void>
  readonly finish: () => Promise<void>
}

/** Puts rows in by the hundred. Those that refer to rows of their own table go in together, when all others are there. */
const openTable = (tx: Asked, of: Table): OpenTable => {
  const statement = insertion(of)
  const place = (column: string): number => of.columns.findIndex(({ name }) => name === column)
  const toItself = of.toItself.map((columns) => columns.map(place))
  let texts: string[] = []
  let length = 0
  const referring: string[] = []
  const put = async (some: readonly string[]): Promise<void> => {
    if (some.length > 0) await inserted(tx, of, statement, some)
  }
  return {
    of,
    take: async (row, text) => {
      if (row.length !== of.columns.length) throw misplaced()
      if (toItself.some((columns) => columns.every((column) => row[column] !== null))) {
        referring.push(text)
        return
      }
      texts.push(text)
      length += text.length
      if (texts.length < manyRows && length < muchText) return
      await put(texts)
      texts = []
      length = 0
    },
    finish: async () => {
      await put(texts)
      await put(referring)
    },
  }
}

/** Row level security forbids COPY FROM, so rows come as one parameter of JSON and are read as their columns' types. */
const insertion = ({ name, columns }: Table): string => {
  const values = columns.map(({ type }, n) => `(r->>${n})::${type}`).join(', ')
  return `insert into ${listed([name])} (${listed(columns.map((column) => column.name))})
    select ${values} from jsonb_array_elements($1::text::jsonb) as r`
}

const inserted = async (tx: Asked, { name }: Table, statement: string, texts: readonly string[]): Promise<void> => {
  try {
    await tx.unsafe(statement, [`[${texts.join()}]`])
  } catch (error) {
    const { code, constraint_name: constraint } = error as { readonly code?: string; readonly constraint_name?: string }
    // Classes of data, of broken constraints and of rights; its own words would repeat the row.
    if (code === undefined || !/^(22|23|42501)/.test(code)) throw error
    throw new BackupRefused(
      'row_refused',
      `A row of ${name} does not fit into the database (${constraint ?? code}): the backup has been changed.`,
      { table: name, code, ...(constraint === undefined ? {} : { constraint }) },
    )
  }
}

const header = z.object({ kid: z.string() })

const kidOf = (jws: string): string | undefined => {
  try {
    return header.parse(JSON.parse(Buffer.from(jws.split('.')[0] ?? '', 'base64url').toString('utf8'))).kid
  } catch {
    return undefined
  }
}

/** The first signature tells whether these keys are the backup's, before the rest is read; whether it holds is checked later. */
const refuseOtherKeys = ({ columns }: Table, row: Row, { record }: Keys): void => {
  const kid = kidOf(row[columns.findIndex(({ name }) => name === 'jws')] ?? '')
  if (kid === undefined || record.byKid.has(kid)) return
  throw new BackupRefused(
    'other_keys',
    `The record of this backup is signed by the key ${kid}, which is not among the keys of this installation. Put the keys.json that belongs to the backup into the data folder, or set KEYS.`,
    { kid },
  )
}

const putFile = async (
  tx: Asked,
  store: FileStore,
  community: string,
  { file, content }: { readonly file: string; readonly content: string },
): Promise<string> => {
  const bytes = Buffer.from(content, 'base64')
  const [row] = await tx.unsafe('select from file where community = $1 and sha256 = $2', [community, file])
  if (!row || toHex(sha256(bytes)) !== file)
    throw new BackupRefused('file_wrong', `The uploaded file ${file} of the community ${community} was changed.`, {
      community,
      file,
    })
  await store.put(community, file, bytes)
  return `${community}/${file}`
}

/** Every file that a row speaks of is there now, or was not there when the backup was written. */
const refuseMissingFiles = async (
  tx: Asked,
  tables: readonly Table[],
  placed: ReadonlySet<string>,
  absent: End['absent'],
): Promise<void> => {
  if (!tables.some(({ name }) => name === 'file')) return
  const excused = new Set(absent.map(({ community, file }) => `${community}/${file}`))
  for (const { id } of await tx.unsafe<{ id: string }[]>('select id from community')) {
    await tx.unsafe(`select set_config('app.community', $1, true)`, [id])
    const known = 'select sha256 from file where community = current_community()'
    for await (const rows of rowsOf<{ sha256: string }>(tx, known))
      for (const { sha256: file } of rows)
        if (!placed.has(`${id}/${file}`) && !excused.has(`${id}/${file}`)) throw misplaced()
  }
}
