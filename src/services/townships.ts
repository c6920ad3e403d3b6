import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/within.ts'
import type { RefusalOf } from './refusal.ts'

/** Refuses in a township or sub-district what only a village or neighbourhood has: households, residents. */
export const notInTownship = async (
  tx: Tx,
  community: string,
): Promise<RefusalOf<'not_for_a_township'> | undefined> => {
  const [place] = await tx.execute<{ sort: string }>(sql`select sort from community where id = ${community}`)
  return place?.sort === 'township' ? { code: 'not_for_a_township' } : undefined
}
