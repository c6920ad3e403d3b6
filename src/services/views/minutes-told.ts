import { sql } from 'drizzle-orm'
import type { Tx } from '../../../db/within.ts'
import type { Delivery, SignInDoor } from '../../../workflows/format/catalogue.ts'
import { sittingOf } from '../../../workflows/presence.ts'
import { type Day, dayOf } from '../../../workflows/rules/days.ts'
import type { Counted } from '../../../workflows/stages/counting.ts'
import type { GateGround } from '../../../workflows/stages/gate.ts'
import type { ExpandedProcedure } from '../../../workflows/stages/stage.ts'
import { quorumGrounds } from '../../../workflows/stages/verdict.ts'
import { countIn } from '../../../workflows/verify.ts'
import type { MeetingTold, MinutesItem, Speech } from '../../documents/minutes.ts'
import { entriesOf, meetingChain } from '../../record/chains.ts'
import { membersOn } from '../rolls.ts'

type Row<T> = T & Record<string, unknown>

/** Everything that the record knows of a meeting which minutes tell. */
export const toldOf = async (tx: Tx, community: string, id: string): Promise<MeetingTold> => {
  const [meeting] = await tx.execute<
    Row<{
      body: string
      on: Day
      at: string
      place: string | null
      presider: string | null
      outcome: string | null
      roll: string
    }>
  >(sql`
    select m.body, m.on_day::text as on, m.outcome, d.text as place, n.text as presider, r.id as roll,
      to_char(m.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
    from meeting m join roll r on (r.community, r.meeting) = (m.community, m.id)
    join person p on (p.community, p.id) = (m.community, m.presider)
    left join disclosure n on (n.community, n.commitment) = (p.community, p.name)
    left join disclosure d on (d.community, d.commitment) = (m.community, m.place)
    where m.community = ${community} and m.id = ${id}`)
  if (!meeting) throw new Error('the meeting was there a moment ago')
  const entries = await entriesOf(tx, community, meetingChain(id))
  const { endedAt, presence } = sittingOf(entries)
  const members = await membersOn(tx, community, meeting.roll)
  const changed = entries.flatMap((one) => (one.kind === 'roll.amended' ? [one.data] : []))
  const came = new Map(entries.flatMap((one) => (one.kind === 'member.signed-in' ? [[one.data.person, one.data]] : [])))
  const people = [
    ...[...came.values()].flatMap(({ inPerson }) => (inPerson === undefined ? [] : [inPerson])),
    ...members.map(({ person }) => person),
    ...changed.flatMap(({ out }) => (out === undefined ? [] : [out])),
  ]
  const names = await namesOf(tx, community, people)
  const called = (person: string) => ({ name: names.get(person) ?? null })
  const excuses = await tx.execute<Row<{ person: string; reason: string | null }>>(sql`
    select x.person, d.text as reason from excuse x left join disclosure d on (d.community, d.commitment) = (x.community, x.reason)
    where x.community = ${community} and x.meeting = ${id} order by x.person`)
  const attended = members.flatMap(({ person }) => {
    const known = presence.get(person)
    return known ? [{ person, ...known }] : []
  })
  const here = new Set(attended.map(({ person }) => person))
  const excused = new Map(excuses.map(({ person, reason }) => [person, reason]))
  const observers = await tx.execute<Row<{ name: string | null; capacity: string }>>(sql`
    select d.text as name, o.capacity from observer o
    left join disclosure d on (d.community, d.commitment) = (o.community, o.name)
    where o.community = ${community} and o.meeting = ${id} order by o.id`)
  const deliveries = await tx.execute<Row<{ how: Delivery; people: number }>>(sql`
    select how, count(distinct person)::int as people from delivery
    where community = ${community} and meeting = ${id} group by how order by how`)
  const speeches = await speechesOf(tx, community, id)
  const { people: counted, groups } = countIn(members, here)
  return {
    body: meeting.body,
    on: meeting.on,
    at: meeting.at,
    place: meeting.place,
    presider: { name: meeting.presider },
    outcome: meeting.outcome,
    endedAt,
    people: counted,
    groups,
    present: attended.map(({ person, stays }) => ({
      ...called(person),
      door: stays[0]?.door ?? ('clerk' satisfies SignInDoor),
      from: stays[0]?.from ?? null,
    })),
    standIns: attended.flatMap(({ person }) => {
      const by = came.get(person)?.inPerson
      return by === undefined ? [] : [{ member: called(person), by: called(by) }]
    }),
    late: attended
      .filter(({ late }) => late)
      .map(({ person, stays }) => ({ ...called(person), from: stays[0]?.from ?? null })),
    leftEarly: attended
      .filter(({ leftEarly }) => leftEarly)
      .map(({ person, stays }) => ({ ...called(person), until: stays.at(-1)?.until ?? null })),
    excused: members
      .filter(({ person }) => excused.has(person) && !here.has(person))
      .map(({ person }) => ({ ...called(person), reason: excused.get(person) ?? null })),
    absent: members
      .filter(({ person }) => !excused.has(person) && !here.has(person))
      .map(({ person }) => called(person)),
    observers: [...observers],
    deliveries: [...deliveries],
    amendments: changed.map(({ cause, out, in: joined }) => ({
      cause,
      out: out === undefined ? null : (names.get(out) ?? null),
      in: joined === undefined ? null : (names.get(joined.person) ?? null),
    })),
    items: await itemsOf(tx, community, id, meeting.on, speeches),
    speeches: speeches.filter(({ proposal }) => proposal === null),
  }
}

const namesOf = async (tx: Tx, community: string, people: readonly string[]) => {
  const rows = await tx.execute<Row<{ id: string; name: string | null }>>(sql`
    select p.id, d.text as name from person p left join disclosure d on (d.community, d.commitment) = (p.community, p.name)
    where p.community = ${community} and p.id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(people)}::text::jsonb))`)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

type SpokenOf = Speech & { readonly proposal: string | null }

const speechesOf = (tx: Tx, community: string, meeting: string) =>
  tx.execute<Row<SpokenOf>>(sql`
    select coalesce(n.text, o.text) as speaker, (s.observer is not null) as observer, d.text, s.proposal
    from speech s
    left join person p on (p.community, p.id) = (s.community, s.person)
    left join disclosure n on (n.community, n.commitment) = (p.community, p.name)
    left join observer b on (b.community, b.id) = (s.community, s.observer)
    left join disclosure o on (o.community, o.commitment) = (b.community, b.name)
    left join disclosure d on (d.community, d.commitment) = (s.community, s.text)
    where s.community = ${community} and s.meeting = ${meeting} order by s.noted_at, s.id`)

interface BallotRow {
  readonly [column: string]: unknown
  readonly id: string
  readonly proposal: string
  readonly motion: MinutesItem['ballots'][number]['motion']
  readonly draft: number
  readonly voting: MinutesItem['ballots'][number]['voting']
  readonly mayVote: number
  readonly carried: boolean | null
  readonly voided: boolean
  readonly openedAt: string
  readonly kept: { readonly tally: Counted; readonly grounds: readonly GateGround[] } | null
}

const itemsOf = async (
  tx: Tx,
  community: string,
  meeting: string,
  on: Day,
  speeches: readonly SpokenOf[],
): Promise<readonly MinutesItem[]> => {
  const agenda = await tx.execute<
    Row<
      Pick<MinutesItem, 'proposal' | 'number' | 'title' | 'draft'> & {
        stage: string
        matter: string | null
        expanded: ExpandedProcedure
      }
    >
  >(sql`
    select g.proposal, p.number, d.text as title, g.draft, g.stage, p.matter, a.expanded from agenda g
    join proposal p on (p.community, p.id) = (g.community, g.proposal)
    join adoption a on (a.community, a.id) = (p.community, p.adoption)
    left join disclosure d on (d.community, d.commitment) = (p.community, p.title)
    where g.community = ${community} and g.meeting = ${meeting} order by g.place`)
  const ballots = await tx.execute<BallotRow>(sql`
    select b.id, b.proposal, b.motion, b.draft, b.voting, b.carried, b.voided, b.tally as kept,
      coalesce(b.may_vote, (select count(*)::int from voter v where (v.community, v.ballot) = (b.community, b.id))) as "mayVote",
      to_char(b.opened_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "openedAt"
    from ballot b where b.community = ${community} and b.meeting = ${meeting} order by b.opened_at, b.id`)
  const recused = await tx.execute<Row<{ proposal: string; name: string | null; reason: string | null }>>(sql`
    select c.proposal, n.text as name, d.text as reason from recusal c
    join person p on (p.community, p.id) = (c.community, c.person)
    left join disclosure n on (n.community, n.commitment) = (p.community, p.name)
    left join disclosure d on (d.community, d.commitment) = (c.community, c.reason)
    where c.community = ${community} and c.meeting = ${meeting} order by c.noted_at, c.person`)
  return agenda.map(({ proposal, number, title, draft, stage: of, matter, expanded }) => {
    const stage = expanded.stages.find(({ id }) => id === of)
    const quorumOf = ({ kept, openedAt }: BallotRow): readonly GateGround[] => {
      if (!kept || stage?.kind !== 'decision' || stage.circulated) return []
      const opened = dayOf(new Date(openedAt))
      // What was entered from paper later was put on the day of the meeting.
      return quorumGrounds(stage, kept.tally, opened < on ? opened : on, matter ?? undefined)
    }
    const own = <T extends { readonly proposal: string | null }>(all: readonly T[]) =>
      all.filter((one) => one.proposal === proposal)
    return {
      proposal,
      number,
      title,
      draft,
      recused: own(recused),
      speeches: own(speeches),
      ballots: own(ballots).map((ballot) => ({
        id: ballot.id,
        motion: ballot.motion,
        draft: ballot.draft,
        voting: ballot.voting,
        mayVote: ballot.mayVote,
        carried: ballot.carried,
        voided: ballot.voided,
        quorum: quorumOf(ballot),
        tally: ballot.kept?.tally.people ?? null,
        grounds: ballot.kept?.grounds ?? [],
      })),
    }
  })
}
