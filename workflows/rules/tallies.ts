import type { Count, Group, Measure, Quantity, Tallies } from './types.ts'

const none: Tallies = { entitled: 0, present: 0, yes: 0, no: 0, abstain: 0, spoiled: 0 }

/** One quantity of a tally; papers issued or returned that nobody counted are nought. */
export function quantity(tallies: Tallies, q: Quantity): number {
  return Number(exactQuantity(tallies, q))
}

/** The same, exact even where the sum of several tallies passes 2^53. */
export function exactQuantity(tallies: Tallies, q: Quantity): bigint {
  switch (q) {
    case 'cast':
      return exactQuantity(tallies, 'valid') + BigInt(tallies.spoiled)
    case 'valid':
      return exactQuantity(tallies, 'decided') + BigInt(tallies.abstain)
    case 'decided':
      return BigInt(tallies.yes) + BigInt(tallies.no)
    case 'issued':
    case 'returned':
      return BigInt(tallies[q] ?? 0)
    case 'entitled':
    case 'present':
    case 'yes':
    case 'no':
    case 'abstain':
    case 'spoiled':
      return BigInt(tallies[q])
    default:
      throw new TypeError(`no such quantity: ${q satisfies never}`)
  }
}

/** The tallies of a measure, or of a group counted in heads; what was not counted is nought. */
export function talliesOf(count: Count, measure: Measure, group?: Group): Tallies {
  if (group !== undefined) return ofGroup(count.among, group) ?? none
  switch (measure) {
    case 'people':
    case 'households':
    case 'area':
    case 'represented':
      return count[measure] ?? none
    default:
      throw new TypeError(`no such measure: ${measure satisfies never}`)
  }
}

/** A group's entry if it is really there: a group named like a property that every object has is not. */
export const ofGroup = <T>(groups: Readonly<Record<Group, T>> | undefined, group: Group): T | undefined =>
  groups !== undefined && Object.hasOwn(groups, group) ? groups[group] : undefined

const counted = ['entitled', 'present', 'yes', 'no', 'abstain', 'spoiled'] as const

/** Throws where a count holds anything but non-negative safe integers: a programming fault, never a voter's. */
export function checkCount({ people, households, area, represented, among }: Count): void {
  checkTallies(people)
  if (households !== undefined) checkTallies(households)
  if (area !== undefined) checkTallies(area)
  if (represented !== undefined) checkTallies(represented)
  if (among !== undefined) for (const tallies of Object.values(among)) checkTallies(tallies)
}

const checkTallies = (tallies: Tallies): void => {
  for (const name of counted) checkWhole(tallies[name], name)
  checkWhole(tallies.issued ?? 0, 'issued')
  checkWhole(tallies.returned ?? 0, 'returned')
}

/** Throws unless n is a non-negative safe integer. */
export function checkWhole(n: number, name: string): void {
  if (!Number.isSafeInteger(n) || n < 0) throw new TypeError(`${name} must be a non-negative safe integer: ${n}`)
}
