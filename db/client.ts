import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'

const asIs = (value: string): string => value

const types: Record<string, postgres.PostgresType> = {
  // Counts and areas stay far below 2^53; what does not is handed out whole rather than rounded.
  bigint: {
    to: 20,
    from: [20],
    serialize: (value: number | bigint | string): string => String(value),
    parse: (text: string): number | bigint => {
      const value = Number(text)
      return Number.isSafeInteger(value) ? value : BigInt(text)
    },
  },
  // A day is a day on the wall at +08:00, not an instant.
  date: { to: 1082, from: [1082], serialize: asIs, parse: asIs },
  timestamptz: {
    to: 1184,
    from: [1184],
    serialize: (value: Date | string): string => (value instanceof Date ? value.toISOString() : value),
    parse: (text: string): Date => new Date(text),
  },
  // Text is taken as JSON already written (canonical bytes, drizzle), anything else is written.
  json: {
    to: 114,
    from: [114, 3802],
    serialize: (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value)),
    parse: (text: string): unknown => JSON.parse(text),
  },
  // The only arrays that tables hold: declared, so that they are read alike where a connection does not ask for array types.
  texts: {
    to: 1009,
    from: [1009],
    // Drizzle has written it already.
    serialize: (texts: readonly string[] | string): string =>
      typeof texts === 'string' ? texts : `{${texts.map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`).join()}}`,
    parse: (array: string): readonly string[] =>
      Array.from(array.slice(1, -1).matchAll(/"((?:[^"\\]|\\.)*)"|[^",]+/gs), ([whole, quoted]) =>
        quoted === undefined ? whole : quoted.replace(/\\(.)/gs, '$1'),
      ),
  },
}

export type Sql = postgres.Sql
/** Drizzle over a pool, with the pool itself. */
export type Db = PostgresJsDatabase & { readonly $client: Sql }

export type ClientOptions = {
  readonly url: string
  /** Named prepared statements are state of a session: off behind a pooler that does not carry them over. */
  readonly prepare?: boolean
  readonly max?: number
  /** False where a connection lives for one request only. */
  readonly fetchTypes?: boolean
  readonly log: (message: string) => void
}

const open = ({ url, prepare = true, max = 10, fetchTypes = true, log }: ClientOptions) =>
  postgres(url, {
    prepare,
    max,
    types,
    // A connection asks for the array types of its database unless there is no time for it; without, none can be reserved.
    fetch_types: fetchTypes,
    connection: { application_name: 'yishi', TimeZone: 'UTC' },
    onnotice: (notice) => {
      if (notice.severity === 'WARNING') log(`database: ${notice.message}`)
    },
  })

/** Drizzle turns off the parsers of whatever client it is given; it gets a view with copies, so that ours stay as declared. */
const viewForDrizzle = (sql: Sql): Sql => {
  const options = {
    ...sql.options,
    parsers: { ...sql.options.parsers },
    serializers: { ...sql.options.serializers },
  }
  return new Proxy(sql, {
    get: (target, key) => (key === 'options' ? options : Reflect.get(target, key)),
  })
}

/**
 * A pool of connections, and drizzle over the same pool. Both read int8 as a number, a `date` as `YYYY-MM-DD`,
 * `timestamptz` as Date; a string given for json is taken as JSON text.
 */
export const connect = (options: ClientOptions): { readonly sql: Sql; readonly db: Db } => {
  const sql: Sql = open(options)
  return { sql, db: drizzle(viewForDrizzle(sql)) }
}
