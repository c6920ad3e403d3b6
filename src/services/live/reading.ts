import { sql } from 'drizzle-orm'
import type { Tx } from '../../../db/within.ts'
import type { FollowedItem } from '../../../workflows/following-polls.ts'
import { type Entry, parseEntry } from '../../../workflows/format/entry.ts'
import type { ExpandedProcedure } from '../../../workflows/stages/stage.ts'

/** The items of a meeting's agenda in the order of their ids, with the stage that the body decides or elects in. */
export const followedItems = async (tx: Tx, community: string, meeting: string): Promise<readonly FollowedItem[]> => {
  const rows = await tx.execute<{
    proposal: string
    stage: string
    matter: string | null
    expanded: ExpandedProcedure
  }>(sql`
    select g.proposal, g.stage, p.matter, a.expanded from agenda g
    join proposal p on (p.community, p.id) = (g.community, g.proposal)
    join adoption a on (a.community, a.id) = (p.community, p.adoption)
    where g.community = ${community} and g.meeting = ${meeting} order by g.proposal, g.place`)
  const items = new Map<string, FollowedItem>()
  for (const { proposal, stage: of, matter, expanded } of rows) {
    const stage = expanded.stages.find(({ id }) => id === of)
    if (stage?.kind === 'decision' || stage?.kind === 'election')
      items.set(proposal, { proposal, stage, ...(matter === null ? {} : { matter }) })
  }
  return [...items.values()]
}

/** At most so many entries are read at once, so that a long record does not fill the memory. */
export const atOnce = 2000

/** What was written to some chains after where each was read to, as it was written. */
export const entriesAfter = async (
  tx: Tx,
  community: string,
  places: readonly { readonly chain: string; readonly after: number }[],
): Promise<readonly Entry[]> => {
  const rows = await tx.execute<{ text: string }>(sql`
    select convert_from(e.bytes, 'UTF8') as text
    from jsonb_to_recordset(${JSON.stringify(places)}::text::jsonb) as r(chain text, after int)
    join entry e on e.community = ${community} and e.chain = r.chain and e.seq > r.after
    order by e.recorded_at, (e.chain like 'meeting/%') desc, e.chain, e.seq limit ${atOnce}`)
  const encoder = new TextEncoder()
  return rows.map(({ text }) => parseEntry(encoder.encode(text)))
}

/** Which of these sessions still stand. */
export const standingSessions = async (
  tx: Tx,
  community: string,
  sessions: readonly string[],
  now: Date,
): Promise<ReadonlySet<string>> => {
  const rows = await tx.execute<{ id: string }>(sql`
    select s.id from session s join account a on (a.community, a.id) = (s.community, s.account)
    where s.community = ${community} and s.id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(sessions)}::text::jsonb))
      and s.ended_at is null and s.expires_at > ${now.toISOString()}::timestamptz and a.disabled_at is null`)
  return new Set(rows.map(({ id }) => id))
}
