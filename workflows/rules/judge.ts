import { checkCount, exactQuantity, talliesOf } from './tallies.ts'
import { branchesOf, mixesGroupAndMeasure, smallest, thresholdOf } from './threshold.ts'
import type { Count, Ground, Judgement, Rule, Test } from './types.ts'

/**
 * Whether a count meets a rule, with every ground in the rule's order, also those met.
 * A share of nothing is not met, nor is a rule without any test. Throws TypeError where a tally is not a non-negative
 * safe integer or a share is none.
 */
export function judge(rule: Rule, count: Count): Judgement {
  checkCount(count)
  return judged(rule, count)
}

/** The smallest count that would meet one test, the base staying as it is. */
export const needOf = (test: Test, count: Count): number => groundOf(test, count).need

function judged(rule: Rule, count: Count): Judgement {
  const branches = branchesOf(rule)
  if ('test' in branches) {
    const ground = groundOf(branches.test, count)
    return { met: ground.met, grounds: [ground] }
  }
  const every = 'all' in branches
  const parts = (every ? branches.all : branches.any).map((part) => judged(part, count))
  const met = every ? parts.length > 0 && parts.every((part) => part.met) : parts.some((part) => part.met)
  return { met, grounds: parts.flatMap((part) => part.grounds) }
}

function groundOf(test: Test, count: Count): Ground {
  const threshold = thresholdOf(test)
  const measure = test.measure ?? 'people'
  const have = exactQuantity(talliesOf(count, measure, test.among), test.count)
  const mixed = mixesGroupAndMeasure(test)
  if ('of' in test && threshold.share) {
    const base = exactQuantity(talliesOf(count, measure, test.ofAmong), test.of)
    const need = smallest(threshold, base)
    const met = !mixed && base > 0n && have >= need
    return { test, have: Number(have), need: Number(need), of: Number(base), met }
  }
  const need = threshold.share ? 1n : threshold.number
  return { test, have: Number(have), need: Number(need), met: !mixed && !threshold.share && have >= need }
}
