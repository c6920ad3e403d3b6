import type { DataOf } from '../format/catalogue.ts'
import type { Entry, EntryOf } from '../format/entry.ts'
import { remembering } from '../format/remembered.ts'
import type { BodyKind, Mode, RollGroup } from '../law/provision.ts'
import type { Day } from '../rules/days.ts'
import type { Members } from './roll.ts'

/** Where everybody of age sits, or every owner, nobody is given a seat. */
const seatless: ReadonlySet<BodyKind> = new Set<BodyKind>(['village-assembly', 'residents-assembly', 'owners'])

/** Whose seats make a roll. */
export interface SeatsBehind {
  readonly body: BodyKind
  /** Only those who stand in this group. */
  readonly group?: RollGroup
}

/** Whose seats make the roll of a body: its own, and of representatives who elect theirs. Undefined where no seats make it. */
export const seatsBehind = (body: BodyKind, mode?: Mode): SeatsBehind | undefined => {
  if (seatless.has(body)) return undefined
  // Those who were elected as representatives elect in turn; the committee's own members sit with them and do not.
  if (body === 'city-voters' && mode === 'representatives')
    return { body: 'residents-representatives', group: 'representatives' }
  return { body }
}

/** The day whose seats make a roll: that of the call; whoever is a voter by the day of an election is called to it. */
export const seatedBy = (body: BodyKind, { sentOn, on }: { readonly sentOn: Day; readonly on: Day }): Day =>
  body === 'village-voters' || body === 'city-voters' ? on : sentOn

type SeatEntry = EntryOf<'seats.filled'> | EntryOf<'seat.ended'>

interface Term extends Omit<DataOf<'seats.filled'>['seats'][number], 'person'> {
  readonly from: Day
  until?: Day | undefined
}

type Terms = ReadonlyMap<string, readonly Term[]>

/** Who is entitled from a day to before another. */
interface Entitled {
  readonly group: RollGroup | undefined
  readonly from: Day
  readonly until: Day
  readonly members: Members
}

/** The seats of a body after so many of the entries that speak of them. */
export interface Seats {
  readonly many: number
  /** The first that was said of them afterwards. */
  readonly next: Entry | undefined
  /** Whether somebody sits there with a vote. */
  readonly votes: (person: string, day: Day) => boolean
  /** Who is entitled on a day, as a roll has them. */
  readonly on: (day: Day, group?: RollGroup) => Members
}

/** What a chain says of one body's seats, and how they were read last: the next meeting mostly asks for the same. */
interface Said {
  readonly entries: SeatEntry[]
  last?: Seats
}

const saidOn = remembering<ReadonlyMap<BodyKind, Said>>('seats')

const saidIn = (community: readonly Entry[]): ReadonlyMap<BodyKind, Said> => {
  const known = saidOn.of(community)
  if (known) return known
  const bodies = new Map<BodyKind, Said>()
  for (const entry of community) {
    if (entry.kind !== 'seats.filled' && entry.kind !== 'seat.ended') continue
    const said: Said = bodies.get(entry.data.body) ?? { entries: [] }
    said.entries.push(entry)
    bodies.set(entry.data.body, said)
  }
  return saidOn.keep(community, bodies)
}

const runs = ({ from, until }: Term, day: Day): boolean => from <= day && (until === undefined || day < until)

/** Everybody's time in a body, by what was said of its seats. */
const termsBy = (entries: readonly SeatEntry[]): Terms => {
  const terms = new Map<string, Term[]>()
  for (const { kind, data } of entries)
    if (kind === 'seats.filled')
      for (const { person, ...seat } of data.seats) {
        const term = { ...seat, from: data.from, until: data.until }
        terms.set(person, [...(terms.get(person) ?? []), term])
      }
    else {
      const held = terms.get(data.person)?.findLast((term) => runs(term, data.on))
      if (held) held.until = data.on
    }
  return terms
}

/** The seat that somebody has on a day. */
const seatOn = (terms: Terms, person: string, day: Day): Term | undefined =>
  terms.get(person)?.findLast((term) => runs(term, day))

/** Who is entitled on a day, as a roll has them, and on which days about it. */
const entitledBy = (terms: Terms, day: Day, group: RollGroup | undefined): Entitled => {
  const members = [...terms.keys()].sort().flatMap((person) => {
    const seat = seatOn(terms, person, day)
    if (!seat?.voting || !seat.inBase || (group !== undefined && !seat.groups.includes(group))) return []
    const { groups, represents } = seat
    return [{ person, groups: [...groups].sort(), ...(represents === undefined ? {} : { represented: represents }) }]
  })
  let [from, until] = ['', '9999-12-31']
  for (const all of terms.values())
    for (const term of all)
      for (const turn of [term.from, term.until ?? until]) {
        if (turn <= day && turn > from) from = turn
        if (turn > day && turn < until) until = turn
      }
  return { group, from, until, members }
}

const seatsAfter = (entries: readonly SeatEntry[], many: number): Seats => {
  const terms = termsBy(entries.slice(0, many))
  let last: Entitled | undefined
  const entitledOn = (day: Day, group: RollGroup | undefined): Entitled =>
    last && last.group === group && last.from <= day && day < last.until ? last : entitledBy(terms, day, group)
  return {
    many,
    next: entries[many],
    votes: (person, day) => seatOn(terms, person, day)?.voting === true,
    on: (day, group) => {
      last = entitledOn(day, group)
      return last.members
    },
  }
}

/** The seats of a body as the community's chain has them up to an entry. */
export const seatsOf = (community: readonly Entry[], body: BodyKind, upTo: number): Seats => {
  const said = saidIn(community).get(body)
  if (!said) return seatsAfter([], 0)
  const many = said.entries.findLastIndex(({ seq }) => seq <= upTo) + 1
  const seats = said.last?.many === many ? said.last : seatsAfter(said.entries, many)
  said.last = seats
  return seats
}
