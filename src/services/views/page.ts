/** One page of a list and where the next begins; ids are UUIDv7 and sort by time. */
export interface Page<T> {
  readonly items: readonly T[]
  readonly next?: string
}

export interface Paging {
  readonly cursor?: string | undefined
  readonly limit: number
}

/** Cuts a page out of one row more than asked for. */
export const pageOf = <T>(rows: readonly T[], limit: number, cursor: (row: T) => string): Page<T> => {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return rows.length > limit && last !== undefined ? { items, next: cursor(last) } : { items }
}
