import type { Entry, EntryOf } from '../format/entry.ts'
import type { BodyKind } from '../law/provision.ts'
import { type Seats, seatsOf } from './seats.ts'

/** What a meeting's chain claims, and what the community's says. */
export interface ReadFault {
  readonly claimed: unknown
  readonly found: unknown
}

export type ReadsSeats = EntryOf<'meeting.called'> | EntryOf<'roll.amended'> | EntryOf<'presider.changed'>
export type Community = readonly Entry[]

/** Up to where the community's chain was read: an entry that was there by then, after which nothing was said of the matter before. */
export const readWrongly = (
  { recordedAt }: Entry,
  upTo: number | undefined,
  community: Community,
  next: Entry | undefined,
): ReadFault | undefined => {
  const last = upTo === undefined ? undefined : community[upTo - 1]
  if (!last || last.recordedAt > recordedAt) return { claimed: upTo ?? 'nothing', found: 'not read by then' }
  const passedOver = next && next.recordedAt < recordedAt
  return passedOver ? { claimed: upTo, found: { seq: next.seq, kind: next.kind } } : undefined
}

/** The seats of a body as an entry has read them. */
export const seatsRead = (entry: ReadsSeats, body: BodyKind, community: Community): Seats =>
  seatsOf(community, body, entry.data.seatsSeq ?? 0)

export const readFault = (entry: ReadsSeats, body: BodyKind, community: Community): ReadFault | undefined =>
  readWrongly(entry, entry.data.seatsSeq, community, seatsRead(entry, body, community).next)
