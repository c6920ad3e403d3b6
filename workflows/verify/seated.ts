import { canonicalText } from '../format/canonical.ts'
import type { Entry, EntryOf } from '../format/entry.ts'
import type { Sha256 } from '../format/hash.ts'
import { presidersOf } from '../law/all.ts'
import type { BodyKind } from '../law/provision.ts'
import type { Day } from '../rules/days.ts'
import { amendmentFault } from './amended.ts'
import { listRoot, type Members } from './roll.ts'
import { type SeatsBehind, seatedBy, seatsBehind } from './seats.ts'
import { type Community, type ReadFault, readFault, seatsRead } from './seats-read.ts'

/** A meeting of a body with seats was called with everybody who had one that day, and nobody else. */
const callFault = (
  call: EntryOf<'meeting.called'>,
  behind: SeatsBehind,
  community: Community,
  sha256: Sha256,
): ReadFault | undefined => {
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
): ReadFault | undefined => {
  const { presider, presidesAs } = entry.data
  if (presidesAs === undefined)
    return roll.has(presider) ? undefined : { claimed: { presider }, found: 'not on the roll' }
  const sits = seatsRead(entry, presidesAs, community).votes(presider, on)
  return (
    readFault(entry, presidesAs, community) ??
    (sits ? undefined : { claimed: { presider, presidesAs }, found: 'no seat there' })
  )
}

/** Where the law of the day names bodies that preside, whoever takes over sits in one of them. */
const changeFault = (
  { data: { presidesAs } }: EntryOf<'presider.changed'>,
  body: BodyKind,
  on: Day,
): ReadFault | undefined => {
  const presides = presidersOf(body, on)
  const fits = presides.length === 0 || (presidesAs !== undefined && presides.includes(presidesAs))
  return fits ? undefined : { claimed: presidesAs ?? 'no body', found: { presides } }
}

const changes: ReadonlySet<string> = new Set<Entry['kind']>(['roll.amended', 'presider.changed'])

/** What of a meeting's call is not as the community's chain has the seats. */
export const seatsAtCall = (
  call: EntryOf<'meeting.called'>,
  community: Community,
  sha256: Sha256,
): ReadFault | undefined => {
  const { body, mode, roll, on } = call.data
  const behind = seatsBehind(body, mode)
  return (
    (behind && callFault(call, behind, community, sha256)) ??
    presiderFault(call, on, { has: (one) => roll.some(({ person }) => person === one) }, community)
  )
}

/** The same of what was changed since the call: the roll, and who presides. */
export const seatsSince = (meeting: readonly Entry[], community: Community): ReadFault | undefined => {
  const [call] = meeting
  if (call?.kind !== 'meeting.called' || !meeting.some(({ kind }) => changes.has(kind))) return undefined
  const roll = new Set(call.data.roll.map(({ person }) => person))
  let { on } = call.data
  let asked = false
  for (const entry of meeting) {
    if (entry.kind === 'meeting.adjourned') on = entry.data.until
    if (entry.kind === 'roll.called' && entry.data.for !== undefined) asked = true
    if (entry.kind === 'presider.changed') {
      const fault = changeFault(entry, call.data.body, on) ?? presiderFault(entry, on, roll, community)
      if (fault) return fault
    }
    if (entry.kind !== 'roll.amended') continue
    const fault = asked
      ? { claimed: entry.data.cause, found: 'a question had been put' }
      : amendmentFault(entry, { call, on, roll }, community)
    if (fault) return fault
    if (entry.data.out !== undefined) roll.delete(entry.data.out)
    if (entry.data.in !== undefined) roll.add(entry.data.in.person)
  }
  return undefined
}
