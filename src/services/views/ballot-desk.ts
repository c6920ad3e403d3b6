import { sql } from 'drizzle-orm'
import { stageOf } from '../../../workflows/case.ts'
import type { Motion, VoteDoor, WayOfVoting } from '../../../workflows/format/catalogue.ts'
import { ok, type Result, refuse } from '../../../workflows/result.ts'
import { dayOf } from '../../../workflows/rules/days.ts'
import { groupsAsked } from '../../../workflows/stages/verdict.ts'
import { type Actor, act, type Engine, needs } from '../act.ts'
import type { Refusal } from '../refusal.ts'
import { type Names, seatedOn } from './names.ts'
import { agendaCase } from './what-if.ts'

export interface BallotVoter {
  readonly person: string
  readonly name: string | null
  /** By which door the vote came, `taken` for a paper of a secret ballot; null while nothing came. Never what it says. */
  readonly door: VoteDoor | 'phone' | 'taken' | null
}

/** A ballot as it lies on the clerk's table: who may still vote, and by which doors. */
export interface BallotDesk {
  readonly id: string
  readonly meeting: string
  readonly proposal: string
  readonly number: number
  readonly title: string | null
  readonly body: string
  readonly motion: Motion
  readonly draft: number
  readonly voting: WayOfVoting
  readonly circulated: boolean
  readonly paperOnly: boolean
  readonly open: boolean
  readonly until: string | null
  readonly mayVote: number
  readonly voters: readonly BallotVoter[]
  /** Groups of the roll that the rule counts apart. */
  readonly groups: readonly string[]
  /** Sheets, counts and changes that wait for a second person. */
  readonly waiting: number
  /** Who may count hands or papers. */
  readonly tellers: Names
}

type Row = Omit<BallotDesk, 'voters' | 'groups' | 'tellers'> & Record<string, unknown>

export const ballotDesk = (engine: Engine, actor: Actor, id: string): Promise<Result<BallotDesk, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk')
    if (denied) return refuse(denied)
    const { community } = actor
    const [row] = await tx.execute<Row>(sql`
      select b.id, b.meeting, b.proposal, p.number, d.text as title, m.body, b.motion, b.draft, b.voting, b.circulated,
        b.paper_only as "paperOnly", b.closed_at is null as open,
        to_char(b.until at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as until,
        coalesce(b.may_vote, (select count(*)::int from voter v where (v.community, v.ballot) = (b.community, b.id))) as "mayVote",
        (select count(*)::int from attestation a where a.community = b.community and a.outcome is null
          and a.sort in ('papers', 'hands', 'vote-change', 'tally') and a.input ->> 'ballot' = b.id::text) as waiting
      from ballot b join proposal p on (p.community, p.id) = (b.community, b.proposal)
      join meeting m on (m.community, m.id) = (b.community, b.meeting)
      left join disclosure d on (d.community, d.commitment) = (p.community, p.title)
      where b.community = ${community} and b.id = ${id}`)
    if (!row) return refuse({ code: 'not_found', what: 'ballot' })
    const voters = await tx.execute<BallotVoter & Record<string, unknown>>(sql`
      select v.person, d.text as name, case when t.person is not null then 'taken' else c.door end as door
      from voter v join person p on (p.community, p.id) = (v.community, v.person)
      left join disclosure d on (d.community, d.commitment) = (p.community, p.name)
      left join vote c on (c.community, c.ballot, c.person) = (v.community, v.ballot, v.person)
      left join participation t on (t.community, t.ballot, t.person) = (v.community, v.ballot, v.person)
      where v.community = ${community} and v.ballot = ${id} order by v.person`)
    const today = dayOf(await engine.clock(tx, undefined))
    const c = await agendaCase(tx, community, row.proposal)
    const stage = stageOf(c)
    return ok({
      ...row,
      voters: [...voters],
      groups: stage.kind === 'decision' ? groupsAsked(stage, today, c.facts.matter) : [],
      tellers: await seatedOn(tx, community, today),
    })
  })
