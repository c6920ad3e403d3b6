import { sql } from 'drizzle-orm'
import type { Tx } from '../../../db/within.ts'
import { type Case, stageOf, standing } from '../../../workflows/case.ts'
import { type PapersOut, papersOut } from '../../../workflows/following-polls.ts'
import type { Motion, VoteDoor, WayOfVoting } from '../../../workflows/format/catalogue.ts'
import { nothingYet, suppose } from '../../../workflows/hypothesis.ts'
import { ok, type Result, refuse } from '../../../workflows/result.ts'
import { dayOf } from '../../../workflows/rules/days.ts'
import type { Shares } from '../../../workflows/stages/counting.ts'
import type { GateGround } from '../../../workflows/stages/gate.ts'
import { lawOn } from '../../../workflows/stages/law-on.ts'
import { quorumGrounds } from '../../../workflows/stages/verdict.ts'
import { mayVote } from '../../../workflows/stages/voting.ts'
import { ballotBase } from '../../../workflows/verify.ts'
import { groundText } from '../../../workflows/wording.ts'
import { type Actor, act, type Engine, isOffice } from '../act.ts'
import { recusedOf } from '../ballots.ts'
import { attendanceOf } from '../meetings.ts'
import type { Refusal } from '../refusal.ts'
import type { RollMember } from '../rolls.ts'
import { movesOf, type NextView } from './proposals.ts'
import { agendaCase, questionOf, told, type WhatIfView, type Words } from './what-if.ts'

export interface OpenBallotView {
  readonly ballot: string
  readonly motion: Motion
  readonly voting: WayOfVoting
  readonly mayVote: number
  readonly until: string | null
  readonly voted: number
  readonly doors: Readonly<Partial<Record<VoteDoor | 'phone', number>>>
}

export interface DeskItem {
  readonly proposal: string
  readonly title: string | null
  readonly stage: string
  readonly position: unknown
  /** Every measure that the rule asks, with what is missing by those now present. */
  readonly quorum: readonly (GateGround & { readonly missing: number; readonly said: Words })[]
  readonly recused: number
  /** By name for those who run the meeting. */
  readonly recusedPeople: readonly string[]
  readonly next: readonly Pick<NextView['moves'][number], 'move' | 'carried' | 'open' | 'who' | 'grounds'>[]
  readonly ballot: OpenBallotView | null
  /** An election's poll that is open: how many papers are out. */
  readonly poll: PapersOut | null
  /** With those present, or those called present where the ballot is open; choices of an open ballot are never looked at. */
  readonly whatIf: WhatIfView | null
}

export interface DeskView extends Shares {
  readonly meeting: string
  readonly on: string
  readonly outcome: string | null
  readonly presider: string
  readonly missing: number
  /** Who of the roll is not in the hall, for those who run the meeting. */
  readonly missingPeople: readonly {
    readonly person: string
    readonly name: string | null
    readonly excused: boolean
    readonly leftAt: string | null
  }[]
  readonly items: readonly DeskItem[]
}

/** 会议工作台: item by item what the quorum lacks, what may be done next, and what the motion needs with those present. */
export const desk = (engine: Engine, actor: Actor, id: string): Promise<Result<DeskView, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const { community } = actor
    const [row] = await tx.execute<{ on: string; outcome: string | null; presider: string; roll: string }>(sql`
      select m.on_day::text as on, m.outcome, m.presider, r.id as roll
      from meeting m join roll r on (r.community, r.meeting) = (m.community, m.id)
      where m.community = ${community} and m.id = ${id}`)
    if (!row) return refuse({ code: 'not_found', what: 'meeting' })
    const named = isOffice(rights) || rights.person === row.presider
    const at = await engine.clock(tx, undefined)
    const hall = await attendanceOf(tx, community, { meeting: id, roll: row.roll })
    const agenda = await tx.execute<{ proposal: string; title: string | null; stage: string }>(sql`
      select g.proposal, d.text as title, g.stage from agenda g
      join proposal p on (p.community, p.id) = (g.community, g.proposal)
      left join disclosure d on (d.community, d.commitment) = (p.community, p.title)
      where g.community = ${community} and g.meeting = ${id} order by g.place`)
    const items: DeskItem[] = []
    for (const { proposal, title, stage } of agenda) {
      const c = await agendaCase(tx, community, proposal)
      const item = await itemOf(tx, { community, meeting: id, proposal, stage, at }, c, hall)
      items.push({ ...item, title, recusedPeople: named ? item.recusedPeople : [] })
    }
    const { people, groups, measures, members, present } = hall
    return ok({
      meeting: id,
      on: row.on,
      outcome: row.outcome,
      presider: row.presider,
      people,
      groups,
      ...(measures ? { measures } : {}),
      missing: members.length - present.length,
      missingPeople: named ? await missingFrom(tx, community, id, row.roll) : [],
      items,
    })
  })

const missingFrom = async (
  tx: Tx,
  community: string,
  meeting: string,
  roll: string,
): Promise<DeskView['missingPeople']> => [
  ...(await tx.execute<DeskView['missingPeople'][number] & Record<string, unknown>>(sql`
    select r.person, d.text as name, (x.person is not null) as excused,
      to_char(a.left_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "leftAt"
    from roll_entry r join person p on (p.community, p.id) = (r.community, r.person)
    left join disclosure d on (d.community, d.commitment) = (p.community, p.name)
    left join attendance a on (a.community, a.person) = (r.community, r.person) and a.meeting = ${meeting}
    left join excuse x on (x.community, x.person) = (r.community, r.person) and x.meeting = ${meeting}
    where r.community = ${community} and r.roll = ${roll} and (a.person is null or a.left_at is not null)
    order by r.person`)),
]

interface Hall {
  readonly members: readonly RollMember[]
  readonly present: readonly string[]
}

const itemOf = async (
  tx: Tx,
  {
    community,
    meeting,
    proposal,
    stage: id,
    at,
  }: {
    readonly community: string
    readonly meeting: string
    readonly proposal: string
    readonly stage: string
    readonly at: Date
  },
  c: Case,
  { members, present }: Hall,
): Promise<Omit<DeskItem, 'title'>> => {
  const recused = await recusedOf(tx, community, meeting, proposal, members)
  const here = stageOf(c)
  const position = standing(c)
  const shown = { proposal, stage: id, position, recused: recused.length, recusedPeople: recused }
  const nothing = { ...shown, quorum: [], next: [], ballot: null, poll: null, whatIf: null }
  // What has left this step of the procedure has nothing to be counted here any more.
  if (here.id !== id || 'end' in position || c.facts.meeting?.meeting !== meeting) return nothing
  const next = nextOf(await movesOf(tx, community, proposal, c, at))
  if (here.kind === 'election') {
    const open = c.facts.election?.poll
    return { ...nothing, next, poll: open ? papersOut(open) : null }
  }
  if (here.kind !== 'decision') return nothing
  const day = dayOf(at)
  const { matter } = c.facts
  const { shares, voters } = ballotBase(here, lawOn(here, day, matter), { members, present, recused })
  const open = c.facts.ballot
  const asked = open
    ? await questionOf(tx, community, c, open.ballot, day)
    : {
        stage: here,
        motion: 'agree' as const,
        shares,
        voters: members.filter((m) => voters.includes(m.person)),
        day,
        matter,
      }
  return {
    ...shown,
    quorum: here.circulated
      ? []
      : quorumGrounds(here, shares, day, matter).map((ground) => ({
          ...ground,
          missing: Math.max(0, ground.need - ground.have),
          said: { zh: groundText(ground, 'zh'), en: groundText(ground, 'en') },
        })),
    next,
    ballot: open ? turnoutOf(open) : null,
    poll: null,
    whatIf: asked ? told(suppose(asked, nothingYet)) : null,
  }
}

const nextOf = (moves: NextView['moves']): DeskItem['next'] =>
  moves.map(({ move, carried, open, who, grounds }) => ({ move, ...(carried ? { carried } : {}), open, who, grounds }))

const turnoutOf = (open: NonNullable<Case['facts']['ballot']>): OpenBallotView => {
  const doors: Partial<Record<VoteDoor | 'phone', number>> = {}
  for (const door of open.voters.values()) doors[door] = (doors[door] ?? 0) + 1
  return {
    ballot: open.ballot,
    motion: open.motion,
    voting: open.voting ?? 'recorded',
    mayVote: mayVote(open),
    until: open.until ?? null,
    voted: open.voters.size,
    doors,
  }
}
