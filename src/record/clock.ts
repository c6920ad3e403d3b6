import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/within.ts'

/** Asked after the lock: the database's time, never before the last entry of the chain that is locked. */
export type Clock = (tx: Tx, notBefore: Date | undefined) => Promise<Date>

/** The database's clock, moved by what `offset` says in milliseconds: 0 but in demo and tests. */
export const databaseClock =
  (offset: () => number = () => 0): Clock =>
  async (tx, notBefore) => {
    const [row] = await tx.execute<{ ms: string }>(
      sql`select floor(extract(epoch from clock_timestamp()) * 1000)::text as ms`,
    )
    const now = Number(row?.ms) + offset()
    return new Date(Math.max(now, notBefore?.getTime() ?? 0))
  }
