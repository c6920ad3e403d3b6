import { sql } from 'drizzle-orm'
import { stageOf } from '../../../workflows/case.ts'
import type { DataOf } from '../../../workflows/format/catalogue.ts'
import { ok, type Result, refuse } from '../../../workflows/result.ts'
import { dayOf } from '../../../workflows/rules/days.ts'
import type { PollResult } from '../../../workflows/stages/election.ts'
import { dueOffices, electionOf } from '../../../workflows/stages/polling.ts'
import { type Actor, act, type Engine, needs } from '../act.ts'
import type { Refusal } from '../refusal.ts'
import { type Names, namesOf, seatedOn } from './names.ts'
import { outcomesOf } from './poll-outcome.ts'
import { agendaCase } from './what-if.ts'

/** A poll of an election as it lies on the clerk's table: who has still to take a paper, and whom a paper may mark. */
export interface PollDesk {
  readonly id: string
  readonly meeting: string
  readonly proposal: string
  readonly number: number
  readonly title: string | null
  readonly open: boolean
  readonly result: PollResult | null
  readonly offices: DataOf<'poll.opened'>['offices']
  readonly voters: readonly {
    readonly person: string
    readonly name: string | null
    readonly issued: boolean
    /** Who is this voter's proxy by a written proxy that stands. */
    readonly proxy: string | null
  }[]
  readonly waiting: number
  readonly names: Names
  readonly tellers: Names
}

export const pollDesk = (engine: Engine, actor: Actor, id: string): Promise<Result<PollDesk, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk')
    if (denied) return refuse(denied)
    const { community } = actor
    const [row] = await tx.execute<
      Pick<PollDesk, 'id' | 'meeting' | 'proposal' | 'number' | 'title' | 'open' | 'result' | 'waiting'> &
        Record<string, unknown> & { roll: string }
    >(sql`
      select o.id, o.meeting, o.proposal, o.roll, p.number, d.text as title, o.closed_at is null as open, o.result,
        (select count(*)::int from attestation a where a.community = o.community and a.outcome is null
          and a.sort = 'poll' and a.input ->> 'poll' = o.id::text) as waiting
      from poll o join proposal p on (p.community, p.id) = (o.community, o.proposal)
      left join disclosure d on (d.community, d.commitment) = (p.community, p.title)
      where o.community = ${community} and o.id = ${id}`)
    if (!row) return refuse({ code: 'not_found', what: 'poll' })
    const { roll, ...shown } = row
    const voters = await tx.execute<PollDesk['voters'][number] & Record<string, unknown>>(sql`
      select r.person, d.text as name, i.voter is not null as issued, x.proxy
      from roll_entry r join person p on (p.community, p.id) = (r.community, r.person)
      left join disclosure d on (d.community, d.commitment) = (p.community, p.name)
      left join paper_issue i on (i.community, i.poll, i.voter) = (r.community, ${id}::uuid, r.person)
      left join proxy x on (x.community, x.principal) = (r.community, r.person) and x.meeting = ${row.meeting}::uuid and x.withdrawn_at is null
      where r.community = ${community} and r.roll = ${roll} order by r.person`)
    const c = await agendaCase(tx, community, row.proposal)
    const stage = stageOf(c)
    const open = c.facts.election?.poll
    const offices =
      open?.poll === id
        ? open.offices
        : stage.kind === 'election'
          ? dueOffices(electionOf(c.facts.election, stage))
          : {}
    const came = outcomesOf(row.result).flatMap(({ winners, among }) => [...winners, ...among])
    const marked = Object.values(offices).flatMap(({ candidates }) => candidates)
    const proxies = voters.flatMap(({ proxy }) => proxy ?? [])
    return ok({
      ...shown,
      offices,
      voters: [...voters],
      names: await namesOf(tx, community, [...marked, ...came, ...proxies]),
      tellers: await seatedOn(tx, community, dayOf(await engine.clock(tx, undefined))),
    })
  })
