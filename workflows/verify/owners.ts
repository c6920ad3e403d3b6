import type { Entry } from '../format/entry.ts'
import type { Day } from '../rules/days.ts'
import { calledOf, type Members, rollOf, same } from './roll.ts'
import { type ReadFault, readWrongly } from './seats-read.ts'

interface Tenure {
  readonly owner: string
  readonly from: Day
  until?: Day
}

/** Who owned what on a day, by the community's chain: one member an owner, with the area of all that is theirs, sorted. */
const ownersOn = (community: readonly Entry[], day: Day): Members => {
  const areas = new Map<string, number>()
  const tenures = new Map<string, Tenure[]>()
  for (const { kind, data } of community) {
    if (kind === 'units.recorded') {
      for (const { unit, area, owner } of data.units) {
        areas.set(unit, area)
        tenures.set(unit, [{ owner, from: data.from }])
      }
      for (const { unit, area } of data.areas ?? []) areas.set(unit, area)
    }
    if (kind === 'unit.transferred') {
      const before = tenures.get(data.unit) ?? []
      const last = before.at(-1)
      if (last) last.until = data.from
      tenures.set(data.unit, [...before, { owner: data.owner, from: data.from }])
    }
  }
  const owned = new Map<string, number>()
  for (const [unit, all] of tenures) {
    const held = all.find(({ from, until }) => from <= day && (until === undefined || day < until))
    if (held) owned.set(held.owner, (owned.get(held.owner) ?? 0) + (areas.get(unit) ?? 0))
  }
  return [...owned]
    .map(([person, area]) => ({ person, groups: [], area }))
    .sort((a, b) => (a.person < b.person ? -1 : 1))
}

/** Who owned the units on the day of the call, as far as the community's chain had been read; undefined where no owners are called. */
export const ownersCalled = (meeting: readonly Entry[], community: readonly Entry[]): Members | undefined => {
  const called = calledOf(meeting)
  return called?.body === 'owners' ? ownersOn(community.slice(0, called.unitsSeq ?? 0), called.sentOn) : undefined
}

/** The first that the community's chain says of units after the roll was made. */
const nextOfUnits = (community: readonly Entry[], upTo: number): Entry | undefined =>
  community.find(({ kind, seq }) => seq > upTo && (kind === 'units.recorded' || kind === 'unit.transferred'))

/** A roll of owners is what the community's chain makes it, and stands as it was frozen. */
export const ownersFault = (meeting: readonly Entry[], community: readonly Entry[]): ReadFault | undefined => {
  const found = ownersCalled(meeting, community)
  const [call] = meeting
  if (!found || call?.kind !== 'meeting.called') return undefined
  const { unitsSeq } = call.data
  const stands = rollOf(meeting)
  return (
    readWrongly(call, unitsSeq, community, nextOfUnits(community, unitsSeq ?? 0)) ??
    (same(found, stands) ? undefined : { claimed: stands, found })
  )
}
