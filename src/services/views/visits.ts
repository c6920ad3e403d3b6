import { sql } from 'drizzle-orm'
import { ok, type Result, refuse } from '../../../workflows/result.ts'
import { proposalChain } from '../../record/chains.ts'
import { type Actor, act, type Engine, isOffice } from '../act.ts'
import type { Refusal } from '../refusal.ts'

/** Where a voter of written ballots stands: still to be visited, reached, done (voted by whatever door), or refused. */
export type VisitStanding = 'to-visit' | 'reached' | 'done' | 'refused'

export interface VisitLine {
  readonly person: string
  readonly name: string | null
  readonly standing: VisitStanding
  /** How often somebody knocked. */
  readonly visits: number
}

export interface VisitsView {
  readonly ballot: string
  readonly counts: Readonly<Record<VisitStanding, number>>
  /** Whose door is whose, for the office; others see the counts. */
  readonly people: readonly VisitLine[]
}

/** 上门进度 of a ballot that circulates. */
export const visits = (engine: Engine, actor: Actor, ballot: string): Promise<Result<VisitsView, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const { community } = actor
    const [row] = await tx.execute<{ proposal: string; circulated: boolean }>(sql`
      select proposal, circulated from ballot where community = ${community} and id = ${ballot}`)
    if (!row) return refuse({ code: 'not_found', what: 'ballot' })
    if (!row.circulated) return refuse({ code: 'not_circulated' })
    const lines = await tx.execute<VisitLine & Record<string, unknown>>(sql`
      with visited as (
        select (said ->> 'voter')::uuid as person, count(*)::int as visits,
          (array_agg(said ->> 'outcome' order by seq desc))[1] as outcome
        from (select seq, convert_from(bytes, 'UTF8')::jsonb -> 'data' as said from entry
          where community = ${community} and chain = ${proposalChain(row.proposal)} and kind = 'visit.made') e
        where said ->> 'ballot' = ${ballot} group by 1
      )
      select v.person, d.text as name, coalesce(w.visits, 0) as visits,
        case when c.person is not null then 'done' when w.outcome in ('reached', 'refused') then w.outcome else 'to-visit' end as standing
      from voter v join person p on (p.community, p.id) = (v.community, v.person)
      left join disclosure d on (d.community, d.commitment) = (p.community, p.name)
      left join visited w on w.person = v.person
      left join vote c on (c.community, c.ballot, c.person) = (v.community, v.ballot, v.person)
      where v.community = ${community} and v.ballot = ${ballot} order by v.person`)
    const counts = { 'to-visit': 0, reached: 0, done: 0, refused: 0 }
    for (const { standing } of lines) counts[standing] += 1
    return ok({ ballot, counts, people: isOffice(rights) ? [...lines] : [] })
  })
