import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/within.ts'
import type { EndCause, FillCause } from '../../workflows/format/catalogue.ts'
import type { BodyKind } from '../../workflows/law/provision.ts'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { addDays, type Day, dayOf } from '../../workflows/rules/days.ts'
import { communityChain, hold, write } from '../record/chains.ts'
import { disclose, sealText } from '../record/texts.ts'
import { broughtBy, officesOf } from '../roster/positions.ts'
import { broughtFrom, endingOn, type Mandate, mandatesIn, mandatesOf, overlap, reseat } from '../roster/terms.ts'
import { absenceRulesIn, absencesIn } from './absences.ts'
import { type Actor, act, type Engine, needs } from './act.ts'
import { unfitDay } from './attested-days.ts'
import { loadCase } from './cases.ts'
import type { Refusal } from './refusal.ts'
import { type RollDue, rollsDue } from './rolls-due.ts'
import {
  type EndedSeat,
  type FilledSeatView,
  filledSeats,
  keepSeats,
  lostSeats,
  type SeatChange,
  saySeats,
  seatsOf,
} from './seat-changes.ts'

const office = ['clerk', 'administrator'] as const

/** Somebody elected or appointed, as one enters it. */
export interface ElectedMember {
  readonly person: string
  readonly office: string
  /** False for whoever sits there without a vote, as a probationary member does. */
  readonly voting: boolean
  /** How many households stand behind a representative. */
  readonly represents?: number | undefined
}

export interface FillSeats {
  readonly body: BodyKind
  readonly cause: Extract<FillCause, 'election' | 'by-election' | 'appointed' | 'registered'>
  readonly from: Day
  /** The election on record that filled them. */
  readonly proposal?: string | undefined
  /** The day from which the seats are vacant again, where the term is known. */
  readonly until?: Day | undefined
  readonly members: readonly ElectedMember[]
}

/**
 * 选举、补选、任命: fills seats of a body, with those that they bring in others: whoever joins a committee sits in the two
 * committees and in the representatives' meeting too.
 */
export const fillSeats = (
  engine: Engine,
  actor: Actor,
  cmd: FillSeats,
): Promise<Result<{ readonly filled: readonly FilledSeatView[] }, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, ...office)
    if (denied) return refuse(denied)
    const { community } = actor
    const { from, until } = cmd
    const chain = await hold(tx, engine.clock, community, communityChain)
    if (!chain) return refuse({ code: 'not_found', what: 'community' })
    const unfit = unfitTerm(cmd, dayOf(chain.at))
    if (unfit) return refuse(unfit)
    const unelected = await whyNotElected(tx, community, cmd)
    if (unelected) return refuse(unelected)
    const [place] = await tx.execute<{ sort: 'village' | 'city' }>(
      sql`select sort from community where id = ${community}`,
    )
    const people = await electedOn(tx, community, cmd)
    const seats = await seatsOf(tx, community, [...people.keys()])
    const changes: SeatChange[] = []
    for (const { person, ...elected } of cmd.members) {
      const known = people.get(person)
      if (!known) return refuse({ code: 'not_found', what: 'person' })
      const brings = broughtBy(place?.sort, { body: cmd.body, ...elected })
      if (!brings)
        return refuse({
          code: 'office_unknown',
          body: cmd.body,
          offices: officesOf(place?.sort ?? 'village', cmd.body),
        })
      if (elected.represents !== undefined && elected.office !== 'representative')
        return refuse({ code: 'represents_no_households', person, body: cmd.body })
      const ends = [until, known.leftOn ?? undefined].filter((day) => day !== undefined).sort()[0]
      const mandate: Mandate = { body: cmd.body, brings, represents: elected.represents, from, until: ends }
      const own = seats.filter((seat) => seat.person === person)
      const mandates = mandatesOf(own)
      const refusal = unfitPerson(person, known, from) ?? clash(person, mandate, mandates)
      if (refusal) return refuse(refusal)
      changes.push({ person, ...reseat(own, [...mandates, mandate], known.sex, from) })
    }

    saySeats(chain, actor, changes, { ends: 'restated', fills: cmd.cause, proposal: cmd.proposal })
    await write(tx, engine.keys, chain)
    await keepSeats(tx, chain, changes)
    return ok({ filled: filledSeats(changes) })
  })

/** Nobody is elected to these: one is on their register. */
const registers: readonly BodyKind[] = ['village-voters', 'city-voters', 'collective-members']

/** Where an election is named that filled the seats, it has elected just these people to these offices. */
const whyNotElected = async (
  tx: Tx,
  community: string,
  { body, cause, proposal, members }: FillSeats,
): Promise<Refusal | undefined> => {
  if ((cause === 'registered') !== registers.includes(body)) return { code: 'cause_of_another_body', body, cause }
  if (proposal === undefined) return undefined
  const c = await loadCase(tx, community, proposal)
  if (!c) return { code: 'not_found', what: 'proposal' }
  const { election, resolution } = c.facts
  const elects = c.procedure.place.sort === 'village' ? 'village-committee' : 'residents-committee'
  if (cause !== 'election' || body !== elects || !election || resolution !== 'in-force')
    return { code: 'nothing_resolved' }
  const stranger = members.find(({ person, office }) => !election.offices.get(office)?.elected.includes(person))
  return stranger && { code: 'not_elected', person: stranger.person, office: stranger.office }
}

const unfitTerm = ({ from, until }: FillSeats, today: Day): Refusal | undefined =>
  unfitDay(from, today, from) ??
  (until !== undefined && until <= from ? { code: 'day_too_early', day: until, earliest: addDays(from, 1) } : undefined)

interface Electable {
  readonly sex: 'male' | 'female'
  readonly joinedOn: Day
  readonly leftOn: Day | null
  readonly adultOn: Day
  readonly here: boolean
}

const electedOn = async (
  tx: Tx,
  community: string,
  { from, members }: FillSeats,
): Promise<ReadonlyMap<string, Electable>> => {
  const rows = await tx.execute<Electable & { id: string } & Record<string, unknown>>(sql`
    select p.id, p.sex, p.joined_on::text as "joinedOn", p.left_on::text as "leftOn",
      (p.birth + interval '18 years')::date::text as "adultOn", exists (
        select 1 from residence d where d.community = p.community and d.person = p.id
          and d.starts_on <= ${from} and (d.ends_on is null or d.ends_on > ${from})) as here
    from person p where p.community = ${community}
      and p.id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(members.map(({ person }) => person))}::text::jsonb))`)
  return new Map(rows.map((row) => [row.id, row]))
}

const unfitPerson = (person: string, known: Electable, from: Day): Refusal | undefined => {
  const { here, joinedOn, leftOn, adultOn } = known
  if (!here && leftOn !== null && leftOn <= from) return { code: 'person_left_already', on: leftOn }
  if (!here) return { code: 'day_too_early', day: from, earliest: joinedOn }
  return adultOn > from ? { code: 'not_of_age', person, on: adultOn } : undefined
}

const clash = (person: string, mandate: Mandate, mandates: readonly Mandate[]): Refusal | undefined => {
  const meeting = mandates.filter((one) => overlap(one, mandate))
  const twice = meeting.find(({ body }) => body === mandate.body)
  if (twice) return { code: 'seated_already', person, body: twice.body, from: twice.from }
  const others = meeting.flatMap(({ brings }) => brings)
  const torn = mandate.brings.find((seat) =>
    others.some(
      (other) => other.body === seat.body && (other.voteless === undefined) !== (seat.voteless === undefined),
    ),
  )
  return torn && { code: 'seat_contradicts', person, body: torn.body }
}

export interface EndSeats {
  readonly body: BodyKind
  readonly people: readonly string[]
  readonly cause: Extract<EndCause, 'term' | 'resigned' | 'recalled' | 'absences'>
  readonly on: Day
  readonly reason?: string | undefined
}

/** Ends seats of a body by term, resignation, recall, or absences where a rule says so, with those that they had brought. */
export const endSeats = (
  engine: Engine,
  actor: Actor,
  cmd: EndSeats,
): Promise<
  Result<{ readonly seatsEnded: readonly EndedSeat[]; readonly amendmentsDue: readonly RollDue[] }, Refusal>
> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, ...office)
    if (denied) return refuse(denied)
    const { community } = actor
    const { body, on } = cmd
    const chain = await hold(tx, engine.clock, community, communityChain)
    if (!chain) return refuse({ code: 'not_found', what: 'community' })
    const today = dayOf(chain.at)
    const seats = await seatsOf(tx, community, cmd.people)
    const sexes = await tx.execute<{ id: string; sex: 'male' | 'female' }>(sql`
      select id, sex from person where community = ${community}
        and id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(cmd.people)}::text::jsonb))`)
    const earliest = cmd.cause === 'absences' ? await lostByAbsence(tx, community, cmd, today) : new Map<string, Day>()
    if ('code' in earliest) return refuse(earliest)
    const changes: SeatChange[] = []
    for (const person of cmd.people) {
      const own = seats.filter((seat) => seat.person === person)
      const mandates = mandatesOf(own)
      const rest = endingOn(mandates, on, [body])
      const [held] = mandatesIn(mandates, body, on)
      const by = held && body !== 'party-assembly' ? undefined : broughtFrom(rest, body, on)
      if (by !== undefined) return refuse({ code: 'seat_brought', body, by })
      const sex = sexes.find(({ id }) => id === person)?.sex
      if (!held || !sex) return refuse({ code: 'not_found', what: 'seat' })
      const unfit = unfitDay(on, today, earliest.get(person) ?? (held.from <= today ? held.from : on))
      if (unfit) return refuse(unfit)
      changes.push({ person, ...reseat(own, rest, sex, on) })
    }

    const reason = cmd.reason === undefined ? undefined : sealText(cmd.reason)
    saySeats(chain, actor, changes, { ends: cmd.cause, fills: 'restated', reason: reason?.commitment })
    if (reason) await disclose(tx, community, [reason])
    await write(tx, engine.keys, chain)
    await keepSeats(tx, chain, changes)
    return ok({ seatsEnded: lostSeats(changes), amendmentsDue: await rollsDue(tx, community, cmd.people) })
  })

/** The first day on which each seat can end by absences; a refusal where no rule says so or the count is not there. */
const lostByAbsence = async (
  tx: Tx,
  community: string,
  { body, people }: EndSeats,
  today: Day,
): Promise<ReadonlyMap<string, Day> | Refusal> => {
  const [rule] = await absenceRulesIn(tx, community, today, body)
  if (!rule) return { code: 'no_such_rule', body }
  const missed = new Map((await absencesIn(tx, community, rule, today)).map((row) => [row.person, row.missed]))
  const days = new Map<string, Day>()
  for (const person of people) {
    const meetings = missed.get(person) ?? []
    const last = meetings[meetings.length - rule.inARow]
    if (!last) return { code: 'absences_too_few', person, have: meetings.length, need: rule.inARow }
    days.set(person, last.on)
  }
  return days
}
