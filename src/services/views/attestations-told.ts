import { sql } from 'drizzle-orm'
import type { Tx } from '../../../db/within.ts'
import { ok, type Result } from '../../../workflows/result.ts'
import { type Actor, act, type Engine } from '../act.ts'
import { type AttestationView, attestations } from '../attestations.ts'
import type { Refusal } from '../refusal.ts'
import { type Names, namesOf } from './names.ts'

/** What waits for a second person, with the names behind its ids: who confirms compares them with the paper. */
export interface ToldAttestations {
  readonly items: readonly AttestationView[]
  readonly next?: string
  readonly people: Names
  /** Titles of proposals by their ids, and of the proposals that ballots and polls are about by theirs. */
  readonly titles: Names
  readonly me: string
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Every id that stands somewhere in what was entered, as a value or as a key. */
const idsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return uuid.test(value) ? [value] : []
  if (Array.isArray(value)) return value.flatMap(idsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => [...idsIn(key), ...idsIn(one)])
}

const titlesOf = async (tx: Tx, community: string, ids: readonly string[]): Promise<Names> => {
  const rows = await tx.execute<{ id: string; title: string | null }>(sql`
    with wanted as (select value::uuid as id from jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb)),
    about as (
      select p.id, p.id as proposal from proposal p where p.community = ${community} and p.id in (select id from wanted)
      union all select b.id, b.proposal from ballot b where b.community = ${community} and b.id in (select id from wanted)
      union all select o.id, o.proposal from poll o where o.community = ${community} and o.id in (select id from wanted))
    select a.id, d.text as title from about a join proposal p on p.community = ${community} and p.id = a.proposal
    left join disclosure d on (d.community, d.commitment) = (p.community, p.title)`)
  return Object.fromEntries(rows.map(({ id, title }) => [id, title]))
}

export const attestationsTold = async (
  engine: Engine,
  actor: Actor,
  asked: Parameters<typeof attestations>[2],
): Promise<Result<ToldAttestations, Refusal>> => {
  const listed = await attestations(engine, actor, asked)
  if (!listed.ok) return listed
  return act(engine, actor, async (tx) => {
    const ids = [...new Set(listed.value.items.flatMap(({ input, proposal }) => [...idsIn(input), ...idsIn(proposal)]))]
    const { community, account } = actor
    const people = await namesOf(tx, community, ids)
    return ok({ ...listed.value, people, titles: await titlesOf(tx, community, ids), me: account })
  })
}
