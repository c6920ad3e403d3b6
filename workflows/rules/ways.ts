import { exactQuantity, ofGroup, talliesOf } from './tallies.ts'
import { mixesGroupAndMeasure, thresholdOf } from './threshold.ts'
import type { Count, Group, Outstanding, Quantity, Test } from './types.ts'

/** What somebody whose vote is still out may do. */
export const ways = ['yes', 'no', 'abstain', 'spoiled', 'silent'] as const
export type Way = (typeof ways)[number]

/** Voters alike: whether they belong to what is counted and to the base. */
export interface Voters {
  readonly weight: bigint
  readonly counted: boolean
  readonly inBase: boolean
}

/**
 * A test as a sum: met ⇔ now + what the voters still out add ≥ floor, and the base is not nothing. Linear, so that its
 * extremes are reached where every voter of a kind does the same.
 */
export interface Sum {
  readonly now: bigint
  readonly floor: bigint
  /** The base so far; 1 where the test is against a plain number. */
  readonly base: bigint
  /** The kinds of voters still out, none without weight. */
  readonly voters: readonly Voters[]
  /** What one unit of weight adds to the sum, and to the base. */
  readonly gain: (way: Way, voters: Voters) => bigint
  readonly founds: (way: Way, voters: Voters) => boolean
}

/** The test as a sum; undefined where it can never be met. */
export function sumOf(test: Test, count: Count, outstanding: Outstanding): Sum | undefined {
  const threshold = thresholdOf(test)
  if (mixesGroupAndMeasure(test)) return undefined
  const measure = test.measure ?? 'people'
  const [counted, based] = [test.among, 'of' in test ? test.ofAmong : undefined]
  const [countedTallies, baseTallies] = [talliesOf(count, measure, counted), talliesOf(count, measure, based)]
  const { num, den, floor } = threshold.share
    ? { num: threshold.num, den: threshold.den, floor: threshold.strict ? 1n : 0n }
    : { num: 0n, den: 1n, floor: threshold.number }
  const base = 'of' in test ? exactQuantity(baseTallies, test.of) : 1n
  const addsToCount = (way: Way) => adds(way, test.count, countedTallies.returned !== undefined)
  const addsToBase = (way: Way) => ('of' in test ? adds(way, test.of, baseTallies.returned !== undefined) : 0n)
  return {
    now: den * exactQuantity(countedTallies, test.count) - num * base,
    floor,
    base,
    voters: kindsOf(outstanding, measure, counted, based).filter((v) => v.weight > 0n),
    gain: (way, v) => (v.counted ? den * addsToCount(way) : 0n) - (v.inBase ? num * addsToBase(way) : 0n),
    founds: (way, v) => v.inBase && addsToBase(way) > 0n,
  }
}

/** Whether the test is met once everybody still out has done the same. */
export const metAfter = (way: Way, { now, floor, base, voters, gain, founds }: Sum): boolean =>
  now + total(voters.map((v) => v.weight * gain(way, v))) >= floor && (base > 0n || voters.some((v) => founds(way, v)))

export const total = (all: readonly bigint[]): bigint => all.reduce((a, b) => a + b, 0n)

/** What one unit of weight adds to a quantity when its voter votes so; papers returned grow only where they are counted. */
function adds(way: Way, q: Quantity, countsReturned: boolean): bigint {
  switch (q) {
    case 'entitled':
    case 'present':
    case 'issued':
      return 0n
    case 'returned':
      return countsReturned && way !== 'silent' ? 1n : 0n
    case 'cast':
      return way !== 'silent' ? 1n : 0n
    case 'valid':
      return way === 'yes' || way === 'no' || way === 'abstain' ? 1n : 0n
    case 'decided':
      return way === 'yes' || way === 'no' ? 1n : 0n
    case 'yes':
    case 'no':
    case 'abstain':
    case 'spoiled':
      return way === q ? 1n : 0n
    default:
      throw new TypeError(`no such quantity: ${q satisfies never}`)
  }
}

/** Splits the voters outstanding by whether the count and the base see them. */
function kindsOf(
  { among, ...weights }: Outstanding,
  measure: NonNullable<Test['measure']>,
  counted: Group | undefined,
  based: Group | undefined,
): readonly Voters[] {
  const whole = BigInt(weights[measure] ?? 0)
  const group = (name: string) => BigInt(ofGroup(among, name) ?? 0)
  const rest = (n: bigint) => (whole > n ? whole - n : 0n)
  if (counted === based)
    return [{ weight: counted === undefined ? whole : group(counted), counted: true, inBase: true }]
  if (counted !== undefined && based !== undefined)
    // Who is in both is not known; apart, the two groups can reach every extreme that they could together.
    return [
      { weight: group(counted), counted: true, inBase: false },
      { weight: group(based), counted: false, inBase: true },
    ]
  const named = group(counted ?? based ?? '')
  return [
    { weight: named, counted: true, inBase: true },
    { weight: rest(named), counted: counted === undefined, inBase: based === undefined },
  ]
}
