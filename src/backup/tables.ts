import type { Sql } from '../../db/client.ts'
import { BackupRefused } from './refused.ts'

/** A table as the database describes it. */
export interface Table {
  readonly name: string
  readonly columns: readonly { readonly name: string; readonly type: string }[]
  readonly key: readonly string[]
  /** The column that says to which community a row belongs; undefined for rows that belong to none. */
  readonly tenant: string | undefined
  /** The columns by which a row refers to rows of the same table, one list a reference. */
  readonly toItself: readonly (readonly string[])[]
}

/** What both a pool and a transaction can be asked. */
export type Asked = Pick<Sql, 'unsafe'>

/** The directory of communities: a row of it belongs to the community that it names. */
const directory = 'community'
/** What was applied to the database, which a backup has in its first line; and the count of changes, which the database keeps by itself. */
const bookkeeping = `('migration', 'change_count')`

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Columns as they stand in a statement. */
export const listed = (names: readonly string[]): string => names.map(quoted).join(', ')

/** The names of all tables that hold rows of ours, whoever may read them. */
export const tableNames = async (sql: Asked): Promise<readonly string[]> => {
  const rows = await sql.unsafe<{ name: string }[]>(`
    select relname::text as name from pg_class
    where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p') and not relispartition
      and relname not in ${bookkeeping} order by 1`)
  return rows.map(({ name }) => name)
}

interface Column {
  readonly table: string
  readonly name: string
  readonly type: string
  readonly secured: boolean
  readonly key: number | null
}

interface Reference {
  readonly from: string
  readonly to: string
  readonly columns: string
}

/** Every table with what it is made of, each after the tables that it refers to, so that rows can be put in as they come. */
export const tablesOf = async (sql: Asked): Promise<readonly Table[]> => {
  // Generated columns are left out: they are reckoned again. Types are written as a cast takes them.
  const columns = await sql.unsafe<Column[]>(`
    select c.relname::text as table, a.attname::text as name, format_type(a.atttypid, a.atttypmod) as type,
      c.relrowsecurity as secured, array_position(k.conkey, a.attnum) as key
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    left join pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
    where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and c.relname not in ${bookkeeping}
    order by c.relname, a.attnum`)
  const references = await sql.unsafe<Reference[]>(`
    select c.relname::text as from, t.relname::text as to,
      (select json_agg(a.attname order by a.attnum)::text from pg_attribute a where a.attrelid = c.oid and a.attnum = any (k.conkey)) as columns
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class t on t.oid = k.confrelid
    where k.contype = 'f' and k.conparentid = 0 and c.relnamespace = current_schema()::regnamespace`)
  const names = [...new Set(columns.map(({ table }) => table))]
  const tables = names.map((name) => described(name, columns, references))
  return inOrder(tables, references)
}

const described = (name: string, columns: readonly Column[], references: readonly Reference[]): Table => {
  const own = columns.filter(({ table }) => table === name)
  const tenant = own.find((column) => column.name === (name === directory ? 'id' : 'community'))?.name
  if (tenant === undefined && own.some(({ secured }) => secured))
    throw new BackupRefused(
      'table_of_nobody',
      `The rows of ${name} are kept from sight and belong to no community, so a backup could not be sure to have them all.`,
      { table: name },
    )
  return {
    name,
    columns: own.map((column) => ({ name: column.name, type: column.type })),
    key: own
      .filter(({ key }) => key !== null)
      .sort((a, b) => (a.key ?? 0) - (b.key ?? 0))
      .map((column) => column.name),
    tenant,
    toItself: references
      .filter(({ from, to }) => from === name && to === name)
      .map((reference) => JSON.parse(reference.columns) as string[]),
  }
}

const inOrder = (tables: readonly Table[], references: readonly Reference[]): readonly Table[] => {
  const placed: Table[] = []
  const waiting = new Map(tables.map((table) => [table.name, table]))
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter(({ name }) =>
      references.every(({ from, to }) => from !== name || to === name || !waiting.has(to)),
    )
    if (ready.length === 0)
      throw new BackupRefused(
        'tables_in_a_circle',
        `These tables refer to one another in a circle, so none can be put back first: ${[...waiting.keys()].join(', ')}.`,
        { tables: [...waiting.keys()] },
      )
    for (const table of ready) {
      placed.push(table)
      waiting.delete(table.name)
    }
  }
  return placed
}
