import { checkCount, checkWhole, exactQuantity, ofGroup, talliesOf } from './tallies.ts'
import { branchesOf, mixesGroupAndMeasure, type Threshold, thresholdOf } from './threshold.ts'
import type { Count, Outlook, Outstanding, Quantity, Rule, Test } from './types.ts'

/**
 * Whether the votes still out can change the answer. Each voter outstanding may vote yes, no or abstain, spoil the
 * paper, or stay silent. Exact for one test, except that the overlap of two different groups, and the single weights of
 * an area, are not known here. Exact too where tests must all be met and one way of voting serves each of them best, as
 * yes does in our laws: who can meet each can then meet all. Other compounds may be `open` though the answer is settled,
 * never the reverse.
 */
export function outlook(rule: Rule, count: Count, outstanding: Outstanding): Outlook {
  checkCount(count)
  const { people, households = 0, area = 0, represented = 0, among = {} } = outstanding
  for (const weight of [people, households, area, represented, ...Object.values(among)])
    checkWhole(weight, 'outstanding')
  return outlookOf(rule, count, outstanding)
}

function outlookOf(rule: Rule, count: Count, outstanding: Outstanding): Outlook {
  const branches = branchesOf(rule)
  if ('test' in branches) return ofTest(branches.test, count, outstanding)
  const every = 'all' in branches
  const parts = (every ? branches.all : branches.any).map((part) => outlookOf(part, count, outstanding))
  const [settling, opposite] = every ? (['impossible', 'certain'] as const) : (['certain', 'impossible'] as const)
  if (parts.length === 0) return 'impossible'
  if (parts.includes(settling)) return settling
  return parts.every((part) => part === opposite) ? opposite : 'open'
}

const ways = ['yes', 'no', 'abstain', 'spoiled', 'silent'] as const
type Way = (typeof ways)[number]

/** Voters alike: whether they belong to what is counted and to the base. */
interface Voters {
  readonly weight: bigint
  readonly counted: boolean
  readonly inBase: boolean
}

function ofTest(test: Test, count: Count, outstanding: Outstanding): Outlook {
  const threshold = thresholdOf(test)
  if (mixesGroupAndMeasure(test)) return 'impossible'
  const measure = test.measure ?? 'people'
  const [counted, based] = [test.among, 'of' in test ? test.ofAmong : undefined]
  const [countedTallies, baseTallies] = [talliesOf(count, measure, counted), talliesOf(count, measure, based)]

  // met ⇔ den·count − num·base ≥ floor (and the base is not nothing): linear, so its extremes are reached where every
  // voter of a kind does the same.
  const { num, den, floor } = linear(threshold)
  const base = 'of' in test ? exactQuantity(baseTallies, test.of) : 1n
  const now = den * exactQuantity(countedTallies, test.count) - num * base
  const addsToCount = (way: Way) => adds(way, test.count, countedTallies.returned !== undefined)
  const addsToBase = (way: Way) => ('of' in test ? adds(way, test.of, baseTallies.returned !== undefined) : 0n)
  const gain = (way: Way, v: Voters) =>
    (v.counted ? den * addsToCount(way) : 0n) - (v.inBase ? num * addsToBase(way) : 0n)

  const voters = kindsOf(outstanding, measure, counted, based).filter((v) => v.weight > 0n)
  const best = now + sum(voters.map((v) => v.weight * most(ways.map((way) => gain(way, v)))))
  const worst = now + sum(voters.map((v) => v.weight * least(ways.map((way) => gain(way, v)))))
  if (base > 0n) return best < floor ? 'impossible' : worst >= floor ? 'certain' : 'open'

  // A share of nothing is not met, and nothing it stays while all are silent. To be met, one voter at least must bring
  // the base into being; what that costs is taken off the best.
  const lone = measure !== 'people' && outstanding.people === 1 // then one voter carries the whole weight
  const costs = voters.flatMap((v) => {
    const top = most(ways.map((way) => gain(way, v)))
    const founding = ways.filter((way) => v.inBase && addsToBase(way) > 0n)
    return founding.map((way) => (top - gain(way, v)) * (lone ? v.weight : 1n))
  })
  return costs.length > 0 && best - least(costs) >= floor ? 'open' : 'impossible'
}

const linear = (threshold: Threshold): { num: bigint; den: bigint; floor: bigint } =>
  threshold.share
    ? { num: threshold.num, den: threshold.den, floor: threshold.strict ? 1n : 0n }
    : { num: 0n, den: 1n, floor: threshold.number }

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
  counted: string | undefined,
  based: string | undefined,
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

const sum = (all: readonly bigint[]): bigint => all.reduce((a, b) => a + b, 0n)
const most = (all: readonly bigint[]): bigint => all.reduce((a, b) => (a - b > 0n ? a : b))
const least = (all: readonly bigint[]): bigint => all.reduce((a, b) => (a - b < 0n ? a : b))
