import { judge } from './judge.ts'
import { outlook } from './outlook.ts'
import { ofGroup } from './tallies.ts'
import type { Count, Ground, Outlook, Outstanding, Rule } from './types.ts'

/** One test while votes are out: what it needs with those present, what it has, what is missing, and whether it can still turn. */
export type WhatIfTest = Ground & {
  /** How many more the count needs as the base stands; nought where it has enough. */
  readonly missing: number
  /** The weight still out that the test can see, in its measure or its group. */
  readonly outstanding: number
  readonly outlook: Outlook
}

/** A motion while votes are out: the outlook of the whole, and of each test in the rule's order. */
export interface WhatIf {
  readonly outlook: Outlook
  readonly tests: readonly WhatIfTest[]
}

/** "With those present the motion needs N; with M still out it is certain, open or impossible": never surer than `outlook`. */
export const whatIf = (rule: Rule, count: Count, outstanding: Outstanding): WhatIf => ({
  outlook: outlook(rule, count, outstanding),
  tests: judge(rule, count).grounds.map((ground) => {
    const { test, have, need } = ground
    const seen =
      test.among === undefined ? outstanding[test.measure ?? 'people'] : ofGroup(outstanding.among, test.among)
    return {
      ...ground,
      missing: Math.max(0, need - have),
      outstanding: seen ?? 0,
      outlook: outlook(test, count, outstanding),
    }
  }),
})
