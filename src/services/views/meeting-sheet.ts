import { sql } from 'drizzle-orm'
import type { Motion, WayOfVoting } from '../../../workflows/format/catalogue.ts'
import { ok, type Result, refuse } from '../../../workflows/result.ts'
import type { Counted } from '../../../workflows/stages/counting.ts'
import type { PollResult } from '../../../workflows/stages/election.ts'
import type { GateGround } from '../../../workflows/stages/gate.ts'
import type { ExpandedProcedure, Title } from '../../../workflows/stages/stage.ts'
import type { Engine } from '../act.ts'
import { isVisitor, look, type Reader } from '../look.ts'
import type { Refusal } from '../refusal.ts'
import { type Names, namesOf } from './names.ts'
import { shortOf } from './names-shown.ts'
import { outcomesOf } from './poll-outcome.ts'

export interface SheetBallot {
  readonly id: string
  readonly proposal: string
  readonly motion: Motion
  readonly draft: number
  readonly voting: WayOfVoting
  readonly open: boolean
  readonly until: string | null
  readonly mayVote: number
  readonly votes: number
  readonly carried: boolean | null
  readonly voided: boolean
  /** Once it is closed: the count, and each test with its numbers. */
  readonly result: { readonly tally: Counted; readonly grounds: readonly GateGround[] } | null
}

export interface SheetPoll {
  readonly id: string
  readonly proposal: string
  readonly open: boolean
  readonly entitled: number
  readonly issued: number
  readonly result: PollResult | null
}

export interface SheetItem {
  readonly proposal: string
  readonly number: number
  readonly title: string | null
  readonly stage: Title
  readonly kind: 'decision' | 'election'
  readonly motions: readonly Motion[]
  readonly circulated: boolean
  readonly paperOnly: boolean
}

/** What a meeting was called for and what came of each item, with its arithmetic. */
export interface MeetingSheet {
  readonly convenedBy: string
  readonly sentOn: string
  /** By name for whoever is signed in. */
  readonly presider: string | null
  readonly items: readonly SheetItem[]
  readonly ballots: readonly SheetBallot[]
  readonly polls: readonly SheetPoll[]
  /** Names of those whom a poll elected or left, for whoever is signed in. */
  readonly candidates: Names
  /** What its record has come to, as it stands on the minutes. */
  readonly checkCode: string
}

type Row<T> = T & Record<string, unknown>

export const meetingSheet = (engine: Engine, reader: Reader, id: string): Promise<Result<MeetingSheet, Refusal>> =>
  look(engine, reader, async (tx) => {
    const { community } = reader
    const [row] = await tx.execute<{ sentOn: string; presider: string | null; convenedBy: string; head: string }>(sql`
      select m.sent_on::text as "sentOn", case when ${isVisitor(reader)} then null else d.text end as presider,
        (select encode(h.head, 'hex') from chain h where h.community = m.community and h.name = 'meeting/' || m.id) as head,
        (select convert_from(e.bytes, 'UTF8')::jsonb -> 'data' ->> 'convenedBy' from entry e
          where e.community = m.community and e.chain = 'meeting/' || m.id and e.seq = 1) as "convenedBy"
      from meeting m join person p on (p.community, p.id) = (m.community, m.presider)
      left join disclosure d on (d.community, d.commitment) = (p.community, p.name)
      where m.community = ${community} and m.id = ${id}`)
    if (!row) return refuse({ code: 'not_found', what: 'meeting' })
    const agenda = await tx.execute<{
      proposal: string
      number: number
      title: string | null
      stage: string
      expanded: ExpandedProcedure
    }>(sql`
      select g.proposal, p.number, d.text as title, g.stage, a.expanded from agenda g
      join proposal p on (p.community, p.id) = (g.community, g.proposal)
      join adoption a on (a.community, a.id) = (p.community, p.adoption)
      left join disclosure d on (d.community, d.commitment) = (p.community, p.title)
      where g.community = ${community} and g.meeting = ${id} order by g.place`)
    const ballots = await tx.execute<Row<SheetBallot>>(sql`
      select b.id, b.proposal, b.motion, b.draft, b.voting, b.closed_at is null as open, b.carried, b.voided, b.tally as result,
        to_char(b.until at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as until,
        coalesce(b.may_vote, (select count(*)::int from voter v where (v.community, v.ballot) = (b.community, b.id))) as "mayVote",
        ((select count(*) from vote v where (v.community, v.ballot) = (b.community, b.id))
          + (select count(*) from participation t where (t.community, t.ballot) = (b.community, b.id)))::int as votes
      from ballot b where b.community = ${community} and b.meeting = ${id} order by b.opened_at, b.id`)
    const polls = await tx.execute<Row<SheetPoll>>(sql`
      select p.id, p.proposal, p.closed_at is null as open, p.result,
        (select count(*)::int from roll_entry r where (r.community, r.roll) = (p.community, p.roll)) as entitled,
        (select count(*)::int from paper_issue i where (i.community, i.poll) = (p.community, p.id)) as issued
      from poll p where p.community = ${community} and p.meeting = ${id} order by p.opened_at, p.id`)
    const marked = isVisitor(reader)
      ? []
      : polls.flatMap(({ result }) => outcomesOf(result).flatMap(({ winners, among }) => [...winners, ...among]))
    const { head, ...called } = row
    return ok({
      ...called,
      checkCode: shortOf(head),
      items: agenda.map(({ expanded, stage: of, ...item }) => {
        const stage = expanded.stages.find((one) => one.id === of)
        const decides = stage?.kind === 'decision' ? stage : undefined
        return {
          ...item,
          stage: stage?.title ?? { zh: of, en: of },
          kind: stage?.kind === 'election' ? ('election' as const) : ('decision' as const),
          motions: decides?.motions ?? [],
          circulated: decides?.circulated !== undefined,
          paperOnly: decides?.paperOnly === true,
        }
      }),
      ballots: [...ballots],
      polls: [...polls],
      candidates: await namesOf(tx, community, marked),
    })
  })
