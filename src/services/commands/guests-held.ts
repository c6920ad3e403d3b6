import { sql } from 'drizzle-orm'
import type { Tx } from '../../../db/within.ts'
import type { Case } from '../../../workflows/case.ts'
import type { GateGround } from '../../../workflows/stages/gate.ts'
import { guestsDecided } from '../../../workflows/stages/posting.ts'

/** What came from guests on the present posting is decided on, each, before it is closed; nothing is said where nothing waits. */
export const guestsHeld = async (tx: Tx, community: string, { facts }: Case): Promise<readonly GateGround[]> => {
  if (!facts.posting) return []
  const [row] = await tx.execute<{ held: number }>(sql`
    select count(*)::int as held from guest_comment g where g.community = ${community} and g.posting = ${facts.posting.id}
      and g.withdrawn_at is null and not exists (select 1 from comment c where (c.community, c.id) = (g.community, g.id))`)
  return row && row.held > 0 ? [guestsDecided(row.held)] : []
}
