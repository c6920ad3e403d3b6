import { type BodyKind, bodyKinds } from '../../workflows/law/provision.ts'
import type { Day } from '../../workflows/rules/days.ts'
import type { PositionSeat } from './position-table.ts'
import { broughtBy, type HeldSeat, heldSeat } from './positions.ts'

/** A seat as it stands: what it is, and from when until when. */
export interface SeatTerm {
  readonly body: BodyKind
  readonly office: string
  readonly voting: boolean
  readonly inBase: boolean
  readonly groups: readonly string[]
  /** How many households stand behind a representative; absent where nobody said so. */
  readonly represents?: number | undefined
  readonly from: Day
  /** The day from which it is vacant; absent while none is known. */
  readonly until?: Day | undefined
}

/** What somebody is elected or appointed to, with the seats that it brings in other bodies. */
export interface Mandate {
  readonly body: BodyKind
  readonly brings: readonly PositionSeat[]
  readonly represents?: number | undefined
  readonly from: Day
  readonly until?: Day | undefined
}

const never = '9999-12-31'
const endOf = ({ until }: { readonly until?: Day | undefined }): Day => until ?? never
const runs = (term: { readonly from: Day; readonly until?: Day | undefined }, day: Day): boolean =>
  term.from <= day && day < endOf(term)

// In a union of bodies nobody is elected, and of a representatives' meeting only the representatives are.
const ownOf = (seat: SeatTerm): readonly PositionSeat[] => {
  switch (seat.body) {
    case 'two-committees':
      return []
    case 'village-representatives':
    case 'residents-representatives':
      return seat.groups.includes('representatives') ? [{ body: seat.body, office: 'representative' }] : []
    case 'party-assembly':
      return broughtBy(undefined, { ...seat, office: 'member' }) ?? []
    default:
      return broughtBy(undefined, seat) ?? []
  }
}

/** The mandates that a person's seats come from. */
export const mandatesOf = (seats: readonly SeatTerm[]): readonly Mandate[] =>
  seats.flatMap((seat) => {
    const brings = ownOf(seat)
    const { body, represents, from, until } = seat
    return brings.length > 0 ? [{ body, brings, represents, from, until }] : []
  })

/** The body whose mandate gives the person a seat that is not the person's own there; undefined where it is. */
export const broughtFrom = (mandates: readonly Mandate[], body: BodyKind, day: Day): BodyKind | undefined =>
  mandates.find((one) => one.body !== body && runs(one, day) && one.brings.some((seat) => seat.body === body))?.body

/** What becomes of seats: those that end, on the day from which they are vacant, and those that are to be filled. */
export interface Reseated<S extends SeatTerm> {
  readonly ended: readonly { readonly seat: S; readonly on: Day }[]
  readonly filled: readonly SeatTerm[]
}

/**
 * Brings one person's seats in step with the mandates from a day on. What was before that day stays; a seat that goes on as
 * it is stays too; one whose office or groups change ends and is filled again.
 */
export const reseat = <S extends SeatTerm>(
  seats: readonly S[],
  mandates: readonly Mandate[],
  sex: 'male' | 'female',
  day: Day,
): Reseated<S> => {
  const standing = seats.filter((seat) => endOf(seat) > day)
  const turns = [...standing, ...mandates].flatMap((term) => [term.from, endOf(term)])
  const days = [...new Set([day, ...turns.filter((turn) => turn > day)])].sort()
  const spans = days.flatMap((from, i) => {
    const until = days[i + 1]
    return until === undefined ? (from === never ? [] : [{ from, until: never }]) : [{ from, until }]
  })
  const due = (body: BodyKind, on: Day): DueSeat | undefined => {
    const running = mandates.filter((one) => runs(one, on))
    const seat = heldSeat(
      sex,
      running.flatMap(({ brings }) => brings.filter((one) => one.body === body)),
    )
    return seat && { ...seat, represents: running.find((one) => one.body === body)?.represents }
  }

  const ended: { seat: S; on: Day }[] = []
  const filled: SeatTerm[] = []
  for (const body of bodyKinds) {
    const own = standing.filter((seat) => seat.body === body)
    const kept = new Set<Day>()
    for (const seat of own) {
      const covered = spans.filter(({ from }) => runs(seat, from))
      const lost = covered.find(({ from }) => !alike(seat, due(body, from)))
      for (const { from } of covered) if (lost === undefined || from < lost.from) kept.add(from)
      if (lost) ended.push({ seat, on: lost.from })
    }
    for (const { from, until } of spans) {
      const seat = due(body, from)
      if (seat === undefined || kept.has(from)) continue
      const last = filled.at(-1)
      const term = { body, ...seated(seat), from, ...(until === never ? {} : { until }) }
      if (last?.body === body && last.until === from && alike(last, seat))
        filled.splice(-1, 1, { ...term, from: last.from })
      else filled.push(term)
    }
  }
  return { ended, filled }
}

/** The seat that somebody's mandates come to, with the households behind it. */
interface DueSeat extends HeldSeat {
  readonly represents: number | undefined
}

const seated = ({ office, voting, inBase, groups, represents }: DueSeat) => ({
  office,
  voting,
  inBase,
  groups: [...groups].sort(),
  ...(represents === undefined ? {} : { represents }),
})

const alike = (seat: SeatTerm, due: DueSeat | undefined): boolean =>
  due !== undefined &&
  seat.office === due.office &&
  seat.voting === due.voting &&
  seat.inBase === due.inBase &&
  seat.represents === due.represents &&
  [...seat.groups].sort().join() === [...due.groups].sort().join()

/** The mandates with those of some bodies ended on a day; of all bodies where none is named. */
export const endingOn = (mandates: readonly Mandate[], on: Day, bodies?: readonly BodyKind[]): readonly Mandate[] =>
  mandates.map((one) =>
    (bodies === undefined || bodies.includes(one.body)) && endOf(one) > on
      ? { ...one, until: one.from > on ? one.from : on }
      : one,
  )

/** The mandates of a body that are not over on a day. */
export const mandatesIn = (mandates: readonly Mandate[], body: BodyKind, on: Day): readonly Mandate[] =>
  mandates.filter((one) => one.body === body && endOf(one) > on)

/** True where two times share a day. */
export const overlap = (
  a: { readonly from: Day; readonly until?: Day | undefined },
  b: { readonly from: Day; readonly until?: Day | undefined },
): boolean => a.from < endOf(b) && b.from < endOf(a)

/** The mandates of one body with so many households behind them from a day on. */
export const representing = (
  mandates: readonly Mandate[],
  body: BodyKind,
  { from, represents }: { readonly from: Day; readonly represents: number },
): readonly Mandate[] =>
  mandates.flatMap((one) => {
    if (one.body !== body || endOf(one) <= from) return [one]
    const before = one.from < from ? [{ ...one, until: from }] : []
    return [...before, { ...one, from: one.from < from ? from : one.from, represents }]
  })
