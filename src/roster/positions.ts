import { type BodyKind, bodyKinds, type RollGroup } from '../../workflows/law/provision.ts'
import {
  type Office,
  offices,
  type Position,
  type PositionName,
  type PositionSeat,
  positionTable,
} from './position-table.ts'
import type { RosterRow } from './row.ts'

/** A person's one seat in a body, as the person's positions together give it. */
export interface HeldSeat {
  readonly office: Office
  readonly voting: boolean
  readonly inBase: boolean
  /** Why the seat has no vote. */
  readonly voteless?: { readonly zh: string; readonly en: string }
  readonly groups: readonly RollGroup[]
}

/** The seat that the positions of a row give. */
export interface DerivedSeat extends HeldSeat {
  readonly row: number
}

/** The seats of each body that has any. */
export type DerivedSeats = ReadonlyMap<BodyKind, readonly DerivedSeat[]>

const table: Readonly<Record<PositionName, Position>> = positionTable

const isName = (word: string): word is PositionName => Object.hasOwn(table, word)

const byWord: ReadonlyMap<string, PositionName> = new Map(
  Object.keys(table)
    .filter(isName)
    .flatMap((name) => [name, ...(table[name].also ?? [])].map((word) => [word, name] as const)),
)

/** The position that a word of the column 身份 names, however it is written. */
export const positionOf = (word: string): PositionName | undefined => byWord.get(word)

/** The kind of place that has such a position; undefined where both have. */
export const placeOf = (name: PositionName): 'village' | 'city' | undefined => table[name].place

const seatsBy = (positions: readonly PositionName[]): readonly PositionSeat[] =>
  positions.flatMap((name) => table[name].seats)

/** True where somebody would have a vote in a body by one position and none by another. */
export const contradict = (positions: readonly PositionName[]): boolean => {
  const seats = seatsBy(positions)
  return seats.some((one) => one.voteless && seats.some((other) => other.body === one.body && !other.voteless))
}

// Who is elected a representative and sits on the committee too has one seat, keeps the office, and counts among the
// representatives: 第二十九条 asks how many of the members are representatives, and 全体村民代表 leaves no elected one out.
const groupsOf = (sex: RosterRow['sex'], seats: readonly PositionSeat[]): readonly RollGroup[] => {
  const represents = seats.some(({ office }) => office === 'representative')
  return [
    ...(represents ? (['representatives'] as const) : []),
    ...(sex === 'female' ? (['women'] as const) : []),
    ...(represents && sex === 'female' ? (['women-representatives'] as const) : []),
  ]
}

/** The one seat that a person has in a body by everything that brings one there, in the best office of them. */
export const heldSeat = (sex: RosterRow['sex'], seats: readonly PositionSeat[]): HeldSeat | undefined => {
  const [best] = [...seats].sort((a, b) => offices.indexOf(a.office) - offices.indexOf(b.office))
  if (best === undefined) return undefined
  const voteless = seats.find((seat) => seat.voteless)?.voteless
  return {
    office: best.office,
    voting: voteless === undefined,
    inBase: voteless === undefined,
    ...(voteless ? { voteless } : {}),
    groups: groupsOf(sex, seats),
  }
}

/** Who sits in which body: one seat a person and body, in the best office that the person's positions give. */
export const deriveSeats = (rows: readonly RosterRow[]): DerivedSeats =>
  new Map(
    bodyKinds.flatMap((body) => {
      const seats = rows.flatMap((row) => {
        const seat = heldSeat(
          row.sex,
          seatsBy(row.positions).filter((one) => one.body === body),
        )
        return seat ? [{ row: row.row, ...seat }] : []
      })
      return seats.length > 0 ? [[body, seats] as const] : []
    }),
  )

/** The seats that one body's office brings with it, its own first; undefined where no position of the place is that office. */
export const broughtBy = (
  place: 'village' | 'city' | undefined,
  { body, office, voting }: { readonly body: BodyKind; readonly office: string; readonly voting: boolean },
): readonly PositionSeat[] | undefined =>
  openPositions(place).find(
    ([own]) => own?.body === body && own.office === office && (own.voteless === undefined) === voting,
  )

/** The offices that somebody can be elected to in a body, for whoever named another. */
export const officesOf = (place: 'village' | 'city', body: BodyKind): readonly Office[] => [
  ...new Set(openPositions(place).flatMap(([own]) => (own?.body === body ? [own.office] : []))),
]

const openPositions = (place: 'village' | 'city' | undefined): readonly (readonly PositionSeat[])[] =>
  Object.values(table).flatMap((position) =>
    place === undefined || (position.place ?? place) === place ? [position.seats] : [],
  )
