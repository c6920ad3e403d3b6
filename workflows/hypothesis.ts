import type { Motion } from './format/catalogue.ts'
import { passRule } from './law/in-force.ts'
import type { Day } from './rules/days.ts'
import type { Outlook, Outstanding, Rule } from './rules/types.ts'
import { type WhatIfTest, whatIf } from './rules/what-if.ts'
import { type Counted, countOf, type Shares } from './stages/counting.ts'
import { lawOn } from './stages/law-on.ts'
import type { DecisionStage } from './stages/stage.ts'
import { type PassPart, passParts } from './stages/verdict.ts'
import type { Members } from './verify/roll.ts'

/** So many are supposed to vote so; everybody else who may vote is still out. */
export interface Supposed {
  readonly yes: number
  readonly no: number
  readonly abstain: number
  readonly spoiled: number
}

export const nothingYet: Supposed = { yes: 0, no: 0, abstain: 0, spoiled: 0 }

/** A question as it stands: who is counted, who may vote, and what the day's law and the own rules ask. */
export interface Question {
  readonly stage: DecisionStage
  readonly motion: Motion
  readonly shares: Shares
  /** Those of the roll who may vote. */
  readonly voters: Members
  readonly day: Day
  readonly matter?: string | undefined
}

/** One test under a supposition; which members vote how is not supposed, so what a group comes to lies between two numbers. */
export interface SupposedTest extends WhatIfTest {
  readonly haveAtMost: number
  readonly code: PassPart['code']
  readonly cite: string
}

export interface Hypothesis {
  readonly outlook: Outlook
  /** How many of those who may vote are still out. */
  readonly out: number
  readonly present: number
  readonly mayVote: number
  /** How many must say yes, counted in heads, as the base stands; null where no test counts heads. */
  readonly needsYes: number | null
  readonly tests: readonly SupposedTest[]
}

const choices = ['yes', 'no', 'abstain', 'spoiled', 'out'] as const
type Choice = (typeof choices)[number]
type Sums = Readonly<Record<Choice, number>>

/** Every order of a few things. */
const ordersOf = <T>(things: readonly T[]): readonly (readonly T[])[] =>
  things.length <= 1
    ? [things]
    : things.flatMap((one, n) =>
        ordersOf([...things.slice(0, n), ...things.slice(n + 1)]).map((rest) => [one, ...rest]),
      )

/**
 * What a supposition comes to. Weights and groups of those who vote so are not supposed: whatever a test looks at is linear
 * in them, so its extremes lie where the heaviest are dealt out choice by choice, in some order of the choices. Certain and
 * impossible are said only where every such deal comes to it.
 */
export const suppose = (question: Question, supposed: Supposed): Hypothesis => {
  const { stage, motion, shares, voters, day, matter } = question
  const parts = passParts(stage, motion, day, matter)
  const { yes, no, abstain, spoiled } = supposed
  const sizes: Sums = { ...supposed, out: voters.length - yes - no - abstain - spoiled }
  const deals = ordersOf(choices.filter((choice) => sizes[choice] > 0)).map((order) => dealt(question, sizes, order))
  const whole: Rule = { all: parts.map(({ rule }) => rule) }
  const tests = parts.flatMap((part) =>
    testsOf(
      part,
      deals.map(({ count, out }) => whatIf(part.rule, count, out).tests),
    ),
  )
  const inForce = passRule(lawOn(stage, day, matter)) !== undefined
  const heads = tests.filter(
    ({ test }) =>
      test.count === 'yes' && test.among === undefined && ['people', 'households'].includes(test.measure ?? 'people'),
  )
  return {
    outlook: inForce ? agreed(deals.map(({ count, out }) => whatIf(whole, count, out).outlook)) : 'impossible',
    out: sizes.out,
    present: shares.people.present,
    mayVote: voters.length,
    needsYes: heads.length === 0 ? null : Math.max(...heads.map(({ need }) => need)),
    tests,
  }
}

const agreed = (all: readonly Outlook[]): Outlook => {
  const [first = 'open'] = all
  return all.every((one) => one === first) ? first : 'open'
}

/** The same tests under every deal, in one line each. */
const testsOf = ({ code, cite }: PassPart, deals: readonly (readonly WhatIfTest[])[]): readonly SupposedTest[] =>
  (deals[0] ?? []).map((first, n) => {
    const all = deals.flatMap((tests) => tests[n] ?? [])
    const least = Math.min(...all.map(({ have }) => have))
    const need = Math.max(...all.map((one) => one.need))
    return {
      ...first,
      code,
      cite,
      have: least,
      haveAtMost: Math.max(...all.map(({ have }) => have)),
      need,
      missing: Math.max(0, need - least),
      outstanding: Math.max(...all.map(({ outstanding }) => outstanding)),
      met: all.every(({ met }) => met),
      outlook: agreed(all.map((one) => one.outlook)),
    }
  })

/** One deal: by each weight, the heaviest voters go to the first choice of the order, the next to the second. */
const dealt = ({ stage, shares, voters }: Question, sizes: Sums, order: readonly Choice[]) => {
  const deal = (weight: (member: Members[number]) => number): Sums => {
    const weights = voters.map(weight).sort((a, b) => b - a)
    const sums: Record<Choice, number> = { yes: 0, no: 0, abstain: 0, spoiled: 0, out: 0 }
    let from = 0
    for (const choice of order) {
      sums[choice] = weights.slice(from, from + sizes[choice]).reduce((sum, one) => sum + one, 0)
      from += sizes[choice]
    }
    return sums
  }
  const inGroup = (group: string) => deal(({ groups }) => (groups.includes(group) ? 1 : 0))
  const { area, represented } = shares.measures ?? {}
  const people = deal(() => 1)
  const groups = Object.keys(shares.groups).map((group) => [group, inGroup(group)] as const)
  const measures = {
    ...(area ? { area: deal((member) => member.area ?? 0) } : {}),
    ...(represented ? { represented: deal((member) => member.represented ?? 0) } : {}),
  }
  const tally = <S extends object>(share: S, { out: _, ...cast }: Sums) => ({ ...share, ...cast })
  const counted: Counted = {
    people: tally(shares.people, people),
    groups: Object.fromEntries(
      groups.map(([group, sums]) => [group, tally(shares.groups[group] ?? { entitled: 0, present: 0 }, sums)]),
    ),
    ...(shares.measures
      ? {
          measures: {
            ...(area && measures.area ? { area: tally(area, measures.area) } : {}),
            ...(represented && measures.represented ? { represented: tally(represented, measures.represented) } : {}),
          },
        }
      : {}),
  }
  const out: Outstanding = {
    people: people.out,
    ...(stage.mode === 'households' ? { households: people.out } : {}),
    ...(measures.area ? { area: measures.area.out } : {}),
    ...(measures.represented ? { represented: measures.represented.out } : {}),
    among: Object.fromEntries(groups.map(([group, sums]) => [group, sums.out])),
  }
  return { count: countOf(stage, counted), out }
}
