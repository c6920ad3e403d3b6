import { SQL, StringChunk } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import type postgres from 'postgres'
import type { Db, Sql } from './client.ts'
import type { Tx } from './within.ts'

type Given = string | number | boolean | null
type Rows = readonly postgres.Row[]

/** What was found of a community while it stood as it stands. */
interface Found {
  readonly since: string
  readonly answers: Map<string, Promise<unknown>>
}

/** Answers what was asked before under the same key. What is answered is changed by nobody. */
export type Once = <T>(key: string, ask: () => Promise<T>) => Promise<T>

// Some ten kilobytes each at most: what a busy evening asks for, and not more than some dozen megabytes.
const mostCommunities = 20
const mostAnswers = 300
const remembered = new WeakMap<Db, Map<string, Found>>()

/** The answers that still hold: a community that has come further is asked anew. */
const answersOf = (db: Db, community: string, since: string): Found['answers'] => {
  const communities = remembered.get(db) ?? new Map<string, Found>()
  remembered.set(db, communities)
  const before = communities.get(community)
  const found = before?.since === since ? before : { since, answers: new Map<string, Promise<unknown>>() }
  communities.delete(community)
  communities.set(community, found)
  for (const eldest of communities.keys()) {
    if (communities.size <= mostCommunities) break
    communities.delete(eldest)
  }
  return found.answers
}

/** A failure is no answer: whoever asks next asks anew. */
const onceIn =
  (answers: Found['answers']): Once =>
  <T>(key: string, ask: () => Promise<T>) => {
    const known = answers.get(key)
    // A key says what is asked, and so of what kind the answer is.
    if (known) return known as Promise<T>
    if (answers.size >= mostAnswers) answers.clear()
    const answer = ask()
    answers.set(key, answer)
    answer.catch(() => answers.delete(key))
    return answer
  }

const dialect = new PgDialect()

const isGiven = (chunk: unknown): chunk is Given => chunk === null || typeof chunk !== 'object'

/** The text of a statement, what it is given gathered beside it; undefined where it holds more than texts and values. */
const textOf = (chunks: readonly unknown[], given: Given[]): string | undefined => {
  let text = ''
  for (const chunk of chunks) {
    if (chunk === undefined) continue
    if (chunk instanceof StringChunk) text += chunk.value.join('')
    else if (isGiven(chunk)) text += `$${given.push(chunk)}`
    else {
      const within = chunk instanceof SQL ? textOf(chunk.queryChunks, given) : undefined
      if (within === undefined) return undefined
      text += within
    }
  }
  return text
}

/** A statement as the database takes it. Written here where it is plain, since drizzle takes longer over it than the database. */
const written = (query: SQL): { readonly text: string; readonly given: readonly Given[] } => {
  const given: Given[] = []
  const text = textOf(query.queryChunks, given)
  if (text !== undefined) return { text, given }
  const { sql, params } = dialect.sqlToQuery(query)
  return { text: sql, given: params as Given[] }
}

/** A transaction that is begun with its first statement. */
const openLate = (sql: Sql, community: string) => {
  let begun: Promise<postgres.TransactionSql> | undefined
  let over: Promise<unknown> | undefined
  let close: () => void = () => undefined
  const begin = (): Promise<postgres.TransactionSql> =>
    new Promise((resolve, reject) => {
      const closed = new Promise<void>((done) => {
        close = done
      })
      over = sql.begin('read only', async (tx) => {
        // Not waited for: whatever is asked next is asked after it.
        const placed = tx.unsafe("select set_config('app.community', $1, true)", [community], prepared(sql)).execute()
        resolve(tx)
        await Promise.all([placed, closed])
      })
      over.catch(reject)
    })
  return {
    transaction: (): Promise<postgres.TransactionSql> => {
      begun ??= begin()
      return begun
    },
    end: async (): Promise<void> => {
      close()
      await over
    },
  }
}

const prepared = (sql: Sql) => ({ prepare: sql.options.prepare })

/**
 * Reads in one community what holds while it stands as it stands: statements are planned once a connection, and what was asked since
 * the community came to where it is (`since`, by `last_change`) is answered from memory. `fn` may only `execute`, write nothing and
 * change nothing that it is given; `once` keeps what it makes of its answers. Where all is known, the database is not asked.
 */
export const readIn = async <T>(
  db: Db,
  community: string,
  since: string,
  fn: (tx: Tx, once: Once) => Promise<T>,
): Promise<T> => {
  const sql = db.$client
  const once = onceIn(answersOf(db, community, since))
  const late = openLate(sql, community)
  const execute = (query: SQL): Promise<Rows> => {
    const { text, given } = written(query)
    return once(`${text} ${JSON.stringify(given)}`, async () => {
      const tx = await late.transaction()
      return tx.unsafe(text, [...given], prepared(sql))
    })
  }
  try {
    return await fn({ execute } as unknown as Tx, once)
  } finally {
    await late.end()
  }
}
