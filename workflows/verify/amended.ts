import { canonicalText } from '../format/canonical.ts'
import { dayOfEntry, type Entry, type EntryOf } from '../format/entry.ts'
import type { Day } from '../rules/days.ts'
import type { Members } from './roll.ts'
import { seatedBy, seatsBehind } from './seats.ts'
import { type Community, type ReadFault, readWrongly, seatsRead } from './seats-read.ts'

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
export const amendmentFault = (
  entry: EntryOf<'roll.amended'>,
  { call, on, roll }: Amended,
  community: Community,
): ReadFault | undefined => {
  const { cause, out, in: joins, seatsSeq = 0 } = entry.data
  const { body, mode } = call.data
  const behind = seatsBehind(body, mode)
  const next = behind && seatsRead(entry, behind.body, community).next
  const read =
    readWrongly(entry, entry.data.seatsSeq, community, next) ??
    (cause === 'died'
      ? readWrongly(entry, seatsSeq, community, lastOf(community.slice(seatsSeq), out, entry))
      : undefined)
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

/** What was said last of somebody's coming or going; before an entry, where one is named. */
const lastOf = (community: Community, who: string | undefined, before?: Entry) =>
  community.findLast(
    ({ kind, data, recordedAt }) =>
      (kind === 'person.left' || kind === 'person.joined') &&
      data.person === who &&
      (before === undefined || recordedAt < before.recordedAt),
  )

const hasDied = (community: Community, who: string | undefined, day: Day): boolean => {
  const last = lastOf(community, who)
  return last?.kind === 'person.left' && last.data.cause === 'died' && last.data.on <= day
}
