import { checkWhole } from './tallies.ts'
import type { Rule, Test } from './types.ts'

/** A test's comparison, apart from what is counted: 以上 is inclusive, 过半数 and 超过 are strict. */
export type Threshold =
  | { readonly share: true; readonly num: bigint; readonly den: bigint; readonly strict: boolean }
  | { readonly share: false; readonly number: bigint }

/** Reads a test's threshold; throws where there is not exactly one, or its numbers cannot be meant. */
export function thresholdOf(test: Test): Threshold {
  if (['atLeast', 'moreThan', 'atLeastNumber'].filter((key) => key in test).length !== 1)
    throw new TypeError('a test has exactly one of atLeast, moreThan and atLeastNumber')
  if ('atLeastNumber' in test) {
    checkWhole(test.atLeastNumber, 'atLeastNumber')
    return { share: false, number: BigInt(test.atLeastNumber) }
  }
  const strict = 'moreThan' in test
  const [num, den] = strict ? test.moreThan : test.atLeast
  checkWhole(num, 'numerator')
  checkWhole(den, 'denominator')
  if (den === 0) throw new TypeError('a share needs a positive denominator')
  return { share: true, num: BigInt(num), den: BigInt(den), strict }
}

/** The smallest whole count that is such a share of the base; a share of nothing cannot be had, and asks for one at least. */
export function smallest({ num, den, strict }: Threshold & { share: true }, base: bigint): bigint {
  if (base === 0n) return 1n
  const product = num * base
  return strict ? product / den + 1n : (product + den - 1n) / den
}

/** True where groups would be compared in area or households: groups are counted in heads, so no such test is ever met. */
export const mixesGroupAndMeasure = (test: Test): boolean =>
  (test.measure ?? 'people') !== 'people' && (test.among !== undefined || ('of' in test && test.ofAmong !== undefined))

/** The branches of a compound rule, or the test itself. */
export function branchesOf(rule: Rule): { all: readonly Rule[] } | { any: readonly Rule[] } | { test: Test } {
  const kinds = ['all', 'any', 'count'].filter((key) => key in rule)
  if (kinds.length !== 1) throw new TypeError('a rule is one test, or all, or any')
  return 'all' in rule || 'any' in rule ? rule : { test: rule }
}
