import type { Asked } from './tables.ts'

const cursor = '"rows to be read"'

/**
 * The rows of a query, some at a time. Each fetch is a query of its own: a connection that is lost in between is an error
 * and never looks like the last row.
 */
export async function* rowsOf<R extends object>(tx: Asked, query: string, size = 500): AsyncGenerator<readonly R[]> {
  await tx.unsafe(`declare ${cursor} no scroll cursor for ${query}`)
  for (;;) {
    const rows = await tx.unsafe<R[]>(`fetch ${size} from ${cursor}`)
    if (rows.length === 0) break
    yield rows
  }
  await tx.unsafe(`close ${cursor}`)
}
