import { checkCount, checkWhole } from './tallies.ts'
import { branchesOf } from './threshold.ts'
import type { Count, Outlook, Outstanding, Rule, Test } from './types.ts'
import { metAfter, type Sum, sumOf, total, type Way, ways } from './ways.ts'

/**
 * Whether the votes still out can change the answer. Each voter outstanding may vote yes, no or abstain, spoil the
 * paper, or stay silent. Exact for one test, except that the overlap of two different groups, and the single weights of
 * an area, are not known here; exact also for several tests that must all be met, where one way of voting serves every
 * one of them best, as yes does in our laws. Otherwise it may say `open` where the answer is settled, never the reverse.
 */
export function outlook(rule: Rule, count: Count, outstanding: Outstanding): Outlook {
  checkCount(count)
  const { people, households = 0, area = 0, represented = 0, among = {} } = outstanding
  for (const weight of [people, households, area, represented, ...Object.values(among)])
    checkWhole(weight, 'outstanding')
  const part = partwise(rule, count, outstanding)
  return part === 'open' && !('count' in rule) ? together(rule, count, outstanding) : part
}

/** Each test by itself. */
function partwise(rule: Rule, count: Count, outstanding: Outstanding): Outlook {
  const branches = branchesOf(rule)
  if ('test' in branches) return ofTest(branches.test, count, outstanding)
  const every = 'all' in branches
  const parts = (every ? branches.all : branches.any).map((part) => partwise(part, count, outstanding))
  const [settling, opposite] = every ? (['impossible', 'certain'] as const) : (['certain', 'impossible'] as const)
  if (parts.length === 0) return 'impossible'
  if (parts.includes(settling)) return settling
  return parts.every((part) => part === opposite) ? opposite : 'open'
}

/**
 * A rule with more tests met is never less met. So where one way of voting is the best for every test, what fails though
 * all vote so is impossible; where one is the worst for every test, what is met though all vote so is certain.
 */
function together(rule: Rule, count: Count, outstanding: Outstanding): Outlook {
  const sums = new Map(testsOf(rule).map((test) => [test, sumOf(test, count, outstanding)]))
  const metIfAll = (way: Way) => holds(rule, (test) => isMetAfter(way, sums.get(test)))
  const open = [...sums.values()].filter((sum) => sum !== undefined)
  const best = ways.find((way) => open.every((sum) => isBest(way, sum)))
  if (best && !metIfAll(best)) return 'impossible'
  const worst = ways.find((way) => open.every((sum) => isWorst(way, sum)))
  return worst && metIfAll(worst) ? 'certain' : 'open'
}

const isMetAfter = (way: Way, sum: Sum | undefined): boolean => sum !== undefined && metAfter(way, sum)

/** Whether a rule is met, given of each of its tests whether that is. */
const holds = (rule: Rule, met: (test: Test) => boolean): boolean => {
  const branches = branchesOf(rule)
  if ('test' in branches) return met(branches.test)
  if ('any' in branches) return branches.any.some((part) => holds(part, met))
  return branches.all.length > 0 && branches.all.every((part) => holds(part, met))
}

const testsOf = (rule: Rule): readonly Test[] => {
  const branches = branchesOf(rule)
  if ('test' in branches) return [branches.test]
  return ('all' in branches ? branches.all : branches.any).flatMap(testsOf)
}

// A base that is nothing yet is worst left so, and must come to be for the best.
const isBest = (way: Way, { base, voters, gain, founds }: Sum): boolean =>
  voters.every((v) => gain(way, v) === most(ways.map((other) => gain(other, v)))) &&
  (base > 0n || voters.some((v) => founds(way, v)) || !voters.some((v) => ways.some((other) => founds(other, v))))

const isWorst = (way: Way, { base, voters, gain, founds }: Sum): boolean =>
  base === 0n
    ? !voters.some((v) => founds(way, v))
    : voters.every((v) => gain(way, v) === least(ways.map((other) => gain(other, v))))

function ofTest(test: Test, count: Count, outstanding: Outstanding): Outlook {
  const sum = sumOf(test, count, outstanding)
  if (sum === undefined) return 'impossible'
  const { now, floor, base, voters, gain, founds } = sum
  const best = now + total(voters.map((v) => v.weight * most(ways.map((way) => gain(way, v)))))
  const worst = now + total(voters.map((v) => v.weight * least(ways.map((way) => gain(way, v)))))
  if (base > 0n) return best < floor ? 'impossible' : worst >= floor ? 'certain' : 'open'

  // A share of nothing is not met, and nothing it stays while all are silent. To be met, one voter at least must bring
  // the base into being; what that costs is taken off the best.
  const lone = (test.measure ?? 'people') !== 'people' && outstanding.people === 1 // then one voter carries the whole weight
  const costs = voters.flatMap((v) => {
    const top = most(ways.map((way) => gain(way, v)))
    return ways.filter((way) => founds(way, v)).map((way) => (top - gain(way, v)) * (lone ? v.weight : 1n))
  })
  return costs.length > 0 && best - least(costs) >= floor ? 'open' : 'impossible'
}

const most = (all: readonly bigint[]): bigint => all.reduce((a, b) => (a - b > 0n ? a : b))
const least = (all: readonly bigint[]): bigint => all.reduce((a, b) => (a - b < 0n ? a : b))
