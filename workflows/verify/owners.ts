import type { Entry } from '../format/entry.ts'
import type { Day } from '../rules/days.ts'
import type { Members } from './roll.ts'

interface Tenure {
  readonly owner: string
  readonly from: Day
  until?: Day
}

/** Who owned what on a day, by the community's chain: one member an owner, with the area of all that is theirs, sorted. */
export const ownersOn = (community: readonly Entry[], day: Day): Members => {
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
