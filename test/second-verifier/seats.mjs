/** Seats as the community's chain tells them: the rolls that they make, what amends these, and who may preside. */
import { canonical } from './bytes.mjs'
import { dayOf } from './entries.mjs'
import { byText } from './meetings.mjs'

const voters = ['village-voters', 'city-voters']

/** Whose seats make the roll of a meeting; undefined where none do. */
const source = ({ body, mode }) => {
  if (['owners', 'village-assembly', 'residents-assembly'].includes(body)) return undefined
  const elected = body === 'city-voters' && mode === 'representatives'
  return elected ? { body: 'residents-representatives', only: 'representatives' } : { body }
}

const runsOn = ({ from, until }, day) => from <= day && !(until <= day)

/** A body's seats by what was said of them. */
const seatsIn = (said, body) => {
  const seats = []
  for (const { kind, data } of said) {
    if (data.body !== body) continue
    if (kind === 'seats.filled')
      for (const seat of data.seats) seats.push({ ...seat, from: data.from, until: data.until })
    if (kind !== 'seat.ended') continue
    const ending = seats.find((seat) => seat.person === data.person && runsOn(seat, data.on))
    if (ending) ending.until = data.on
  }
  return seats
}

/** The members that seats make on a day, sorted. */
const membersOn = (said, { body, only }, day) =>
  seatsIn(said, body)
    .filter((seat) => runsOn(seat, day) && seat.voting && seat.inBase && (!only || seat.groups.includes(only)))
    .map(({ person, groups, represents }) => ({
      person,
      groups: [...groups].sort(byText),
      ...(represents === undefined ? {} : { represented: represents }),
    }))
    .sort((a, b) => byText(a.person, b.person))

/** What was read was there by then, and nothing of the matter that was said before was left out. */
export const readHolds = (entry, upTo, community, concerns) => {
  const last = community.entries[upTo - 1]
  if (!last || last.recordedAt > entry.recordedAt) return false
  return !community.entries.slice(upTo).some((one) => one.recordedAt < entry.recordedAt && concerns(one))
}

const seatsRead = (entry, community, body) =>
  readHolds(
    entry,
    entry.data.seatsSeq,
    community,
    ({ kind, data }) => (kind === 'seats.filled' || kind === 'seat.ended') && data.body === body,
  )

const upTo = ({ data }, community) => community.entries.slice(0, data.seatsSeq)

const presiderHolds = (entry, community, roll, on) => {
  const { presider, presidesAs } = entry.data
  if (presidesAs === undefined) return roll.has(presider)
  const seats = seatsIn(upTo(entry, community), presidesAs)
  const sits = seats.some((seat) => seat.person === presider && seat.voting && runsOn(seat, on))
  return sits && seatsRead(entry, community, presidesAs)
}

/** The roll and the presider with which a meeting was called. */
export const callHolds = ({ entries: [call] }, community) => {
  const { body, roll, on } = call.data
  const from = source(call.data)
  if (!presiderHolds(call, community, new Set(roll.map(({ person }) => person)), on)) return false
  if (!from) return true
  const due = membersOn(upTo(call, community), from, voters.includes(body) ? on : dayOf(call))
  return seatsRead(call, community, from.body) && canonical(due) === canonical(roll)
}

/** The elected representatives on the day of a call, by which a demand of theirs is counted. */
export const representativesAt = ({ entries: [call] }, community) =>
  ['village-representatives', 'residents-representatives'].flatMap((body) =>
    seatsRead(call, community, body)
      ? membersOn(upTo(call, community), { body, only: 'representatives' }, dayOf(call))
      : [],
  )

const causes = {
  died: ({ entry, said, call, community }) => {
    const { out, in: joins } = entry.data
    const moves = ({ kind, data }) => (kind === 'person.left' || kind === 'person.joined') && data.person === out
    const last = said.findLast(moves)
    if (!readHolds(entry, entry.data.seatsSeq, community, moves)) return false
    const dead = last?.kind === 'person.left' && last.data.cause === 'died' && last.data.on <= dayOf(entry)
    return out !== undefined && dead && (!joins || call.data.mode === 'households')
  },
  'seat-ended': ({ entry, said, from, on }) => {
    const { out, in: joins } = entry.data
    return out !== undefined && !joins && from && !membersOn(said, from, on).some(({ person }) => person === out)
  },
  'by-election': ({ entry, said, from, on, call }) => {
    const { out, in: joins } = entry.data
    if (out !== undefined || !joins || !from) return false
    const due = membersOn(said, from, voters.includes(call.data.body) ? on : dayOf(entry))
    return due.some((member) => canonical(member) === canonical(joins))
  },
  'came-of-age': ({ entry, from }) => entry.data.out === undefined && entry.data.in !== undefined && !from,
}

const amendmentHolds = (entry, call, community, roll, on) => {
  const { cause, out, in: joins } = entry.data
  const from = source(call.data)
  const read = from
    ? seatsRead(entry, community, from.body)
    : readHolds(entry, entry.data.seatsSeq, community, () => false)
  const moves = (out === undefined || roll.has(out)) && (!joins || !roll.has(joins.person))
  return read && moves && causes[cause]({ entry, said: upTo(entry, community), call, from, on, community })
}

/** What was changed of roll and presider in the first `seq` entries of a meeting. */
export const changesHold = ({ entries }, seq, community) => {
  const [call, ...later] = entries.slice(0, seq)
  const roll = new Set(call.data.roll.map(({ person }) => person))
  let { on } = call.data
  let asked = false
  for (const entry of later) {
    if (entry.kind === 'roll.called' && entry.data.for !== undefined) asked = true
    if (entry.kind === 'meeting.adjourned') on = entry.data.until
    if (entry.kind === 'presider.changed' && !presiderHolds(entry, community, roll, on)) return false
    if (entry.kind !== 'roll.amended') continue
    if (asked || !amendmentHolds(entry, call, community, roll, on)) return false
    if (entry.data.out) roll.delete(entry.data.out)
    if (entry.data.in) roll.add(entry.data.in.person)
  }
  return true
}
