import type { Sql } from '../../../db/client.ts'

/** Where it is asked how far communities have come: in the database that all servers write to, by a clock so many milliseconds ahead. */
export interface Asked {
  readonly sql: Sql
  readonly offset: () => number
}

/**
 * How far a community has come: the same text twice means that nothing a visitor may see has changed between. It is made of all
 * that was written (`change_count` in the database, and the length of every chain), and of the minute: what time alone changes is shown
 * no more than a minute late, a new day at once.
 */
export const lastChange = async ({ sql, offset }: Asked, community: string): Promise<string> => {
  const [row] = await sql<{ text: string }[]>`select last_change(${community}::uuid, ${offset()}::float8) as text`
  if (!row) throw new Error('the database did not say how far it has come')
  return row.text
}

/**
 * Asks once for all who come meanwhile: whoever comes while one asking is under way, or what was begun upon its answer (`followed`), is told
 * what the next one says, and so of everything that was committed before they came.
 */
export const askedTogether = <T>(
  ask: (key: string) => Promise<T>,
  followed: (key: string) => Promise<unknown> = async () => undefined,
): ((key: string) => Promise<T>) => {
  const underWay = new Map<string, Promise<unknown>>()
  const toCome = new Map<string, Promise<T>>()
  const begin = (key: string): Promise<T> => {
    toCome.delete(key)
    const asking = ask(key)
    const over = asking
      .then(() => followed(key))
      .catch(() => undefined)
      .finally(() => {
        if (underWay.get(key) === over) underWay.delete(key)
      })
    underWay.set(key, over)
    return asking
  }
  return (key) => {
    const joined = toCome.get(key)
    if (joined) return joined
    const before = underWay.get(key)
    if (!before) return begin(key)
    const next = before.then(() => begin(key))
    toCome.set(key, next)
    return next
  }
}
