import { canonicalText } from '../format/canonical.ts'
import { dayOfEntry, type Entry, type EntryOf } from '../format/entry.ts'
import type { Sha256 } from '../format/hash.ts'
import type { BodyKind } from '../law/provision.ts'
import type { Day } from '../rules/days.ts'
import { listRoot, type Members } from './roll.ts'
import { type SeatsBehind, seatedBy, seatsBehind, seatsOf } from './seats.ts'

/** What a meeting's chain claims of seats, and what the community's says. */
export interface SeatFault {
  readonly claimed: unknown
  readonly found: unknown
}

type ReadsSeats = EntryOf<'meeting.called'> | EntryOf<'roll.amended'> | EntryOf<'presider.changed'>
type Community = readonly Entry[]

/** Up to where the community's chain was read: an entry that was there by then, after which nothing was said of the matter before. */
export const readWrongly = (
  { recordedAt }: Entry,
  upTo: number | undefined,
  community: Community,
  next: Entry | undefined,
): SeatFault | undefined => {
  const last = upTo === undefined ? undefined : community[upTo - 1]
  if (!last || last.recordedAt > recordedAt) return { claimed: upTo ?? 'nothing', found: 'not read by then' }
  const passedOver = next && next.recordedAt < recordedAt
  return passedOver ? { claimed: upTo, found: { seq: next.seq, kind: next.kind } } : undefined
}

/** The seats of a body as an entry has read them. */
const seatsRead = (entry: ReadsSeats, body: BodyKind, community: Community) =>
  seatsOf(community, body, entry.data.seatsSeq ?? 0)

const readFault = (entry: ReadsSeats, body: BodyKind, community: Community): SeatFault | undefined =>
  readWrongly(entry, entry.data.seatsSeq, community, seatsRead(entry, body, community).next)

/** A meeting of a body with seats was called with everybody who had one that day, and nobody else. */
const callFault = (
  call: EntryOf<'meeting.called'>,
  behind: SeatsBehind,
  community: Community,
  sha256: Sha256,
): SeatFault | undefined => {
  const { body, roll } = call.data
  const found = seatsRead(call, behind.body, community).on(seatedBy(body, call.data), behind.group)
  return (
    readFault(call, behind.body, community) ??
    (listRoot(sha256, roll) === listRoot(sha256, found)
      ? undefined
      : { claimed: beside(roll, found), found: beside(found, roll) })
  )
}

/** Who stands on one roll, and not so on the other. */
const beside = (one: Members, other: Members): Members => {
  const there = new Set(other.map((member) => canonicalText(member)))
  return one.filter((member) => !there.has(canonicalText(member)))
}

/** Whoever presides is of the roll, or has a vote in the body as a member of which he presides. */
const presiderFault = (
  entry: EntryOf<'meeting.called'> | EntryOf<'presider.changed'>,
  on: Day,
  roll: Pick<ReadonlySet<string>, 'has'>,
  community: Community,
): SeatFault | undefined => {
  const { presider, presidesAs } = entry.data
  if (presidesAs === undefined)
    return roll.has(presider) ? undefined : { claimed: { presider }, found: 'not on the roll' }
  const sits = seatsRead(entry, presidesAs, community).votes(presider, on)
  return (
    readFault(entry, presidesAs, community) ??
    (sits ? undefined : { claimed: { presider, presidesAs }, found: 'no seat there' })
  )
}

/** What the entry that amends a roll is held to. */
interface Amended {
  readonly call: EntryOf<'meeting.called'>
  /** The day on which the meeting is to be. */
  readonly on: Day
  readonly roll: ReadonlySet<string>
}

/**
 * Whoever is taken off a roll stood there, and has died or has no seat on the day of the meeting; whoever is put on it did not, and
 * has a seat. Who came of age, and who is left in a household, is the roster's to say.
 */
const amendmentFault = (
  entry: EntryOf<'roll.amended'>,
  { call, on, roll }: Amended,
  community: Community,
): SeatFault | undefined => {
  const { cause, out, in: joins, seatsSeq = 0 } = entry.data
  const { body, mode } = call.data
  const behind = seatsBehind(body, mode)
  const next = behind && seatsRead(entry, behind.body, community).next
  const read = readWrongly(entry, entry.data.seatsSeq, community, next)
  if (read) return read
  const seated = (day: Day): Members => (behind ? seatsRead(entry, behind.body, community).on(day, behind.group) : [])
  const day = dayOfEntry(entry)
  const borneOut = (): boolean => {
    switch (cause) {
      case 'died':
        return (mode === 'households' || !joins) && hasDied(community.slice(0, seatsSeq), out, day)
      case 'seat-ended':
        return behind !== undefined && !joins && !seated(on).some(({ person }) => person === out)
      case 'by-election':
        return seated(seatedBy(body, { sentOn: day, on })).some((due) => canonicalText(due) === canonicalText(joins))
      case 'came-of-age':
        return behind === undefined
    }
  }
  const leaves = cause === 'died' || cause === 'seat-ended'
  const moves = leaves ? out !== undefined && roll.has(out) : out === undefined && joins !== undefined
  const comes = joins === undefined || !roll.has(joins.person)
  return moves && comes && borneOut()
    ? undefined
    : { claimed: { cause, out, in: joins?.person }, found: 'not borne out' }
}

const hasDied = (community: Community, who: string | undefined, day: Day): boolean => {
  const last = community.findLast(
    ({ kind, data }) => (kind === 'person.left' || kind === 'person.joined') && data.person === who,
  )
  return last?.kind === 'person.left' && last.data.cause === 'died' && last.data.on <= day
}

const changes: ReadonlySet<string> = new Set<Entry['kind']>(['roll.amended', 'presider.changed'])

/** What of a meeting's call is not as the community's chain has the seats. */
export const seatsAtCall = (
  call: EntryOf<'meeting.called'>,
  community: Community,
  sha256: Sha256,
): SeatFault | undefined => {
  const { body, mode, roll, on } = call.data
  const behind = seatsBehind(body, mode)
  return (
    (behind && callFault(call, behind, community, sha256)) ??
    presiderFault(call, on, { has: (one) => roll.some(({ person }) => person === one) }, community)
  )
}

/** The same of what was changed since the call: the roll, and who presides. */
export const seatsSince = (meeting: readonly Entry[], community: Community): SeatFault | undefined => {
  const [call] = meeting
  if (call?.kind !== 'meeting.called' || !meeting.some(({ kind }) => changes.has(kind))) return undefined
  const roll = new Set(call.data.roll.map(({ person }) => person))
  let { on } = call.data
  for (const entry of meeting) {
    if (entry.kind === 'meeting.adjourned') on = entry.data.until
    if (entry.kind === 'presider.changed') {
      const fault = presiderFault(entry, on, roll, community)
      if (fault) return fault
    }
    if (entry.kind !== 'roll.amended') continue
    const fault = amendmentFault(entry, { call, on, roll }, community)
    if (fault) return fault
    if (entry.data.out !== undefined) roll.delete(entry.data.out)
    if (entry.data.in !== undefined) roll.add(entry.data.in.person)
  }
  return undefined
}
