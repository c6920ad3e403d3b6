import type { Motion } from '../format/catalogue.ts'
import { participationRule, passRule, quorumRule } from '../law/in-force.ts'
import type { Provision } from '../law/provision.ts'
import type { Day } from '../rules/days.ts'
import { judge } from '../rules/judge.ts'
import type { Count, Group, Measure, Quantity, Rule } from '../rules/types.ts'
import { type Counted, countOf, type Shares } from './counting.ts'
import { type GateGround, has } from './gate.ts'
import { lawOn } from './law-on.ts'
import type { DecisionStage } from './stage.ts'

/** One part of a verdict: the rule, where it stands, and its grounds. */
const judged = (code: string, rule: Rule, count: Count, cite: string): readonly GateGround[] =>
  judge(rule, count).grounds.map((ground) => ({ ...ground, code, cite }))

/** Each provision in force is judged by itself, so that every ground keeps its citation. */
export const judgedByLaw = (
  code: string,
  law: readonly Provision[],
  rule: (p: readonly Provision[]) => Rule | undefined,
  count: Count,
) =>
  law.flatMap((provision) => {
    const own = rule([provision])
    return own ? judged(code, own, count, provision.cite) : []
  })

/** Whether the quorum is reached: the law of the day, each part with its numbers. */
export const quorumGrounds = (stage: DecisionStage, at: Shares, day: Day, matter?: string): readonly GateGround[] => {
  const law = lawOn(stage, day, matter)
  const known = quorumRule(law) !== undefined || participationRule(law) !== undefined
  return [
    has('law-in-force', known, { body: stage.body, day }),
    ...judgedByLaw('quorum', law, quorumRule, countOf(stage, at)),
  ]
}

/** One thing that a motion must meet, and by whose word. */
export interface PassPart {
  readonly code: 'participation' | 'threshold' | 'own-threshold'
  readonly rule: Rule
  readonly cite: string
}

/** What a motion must meet: the law's participation and majority and, to adopt, every own rule beside them. */
export const passParts = (stage: DecisionStage, motion: Motion, day: Day, matter?: string): readonly PassPart[] => {
  const law = lawOn(stage, day, matter)
  const own = motion === 'agree' || motion === 'agree-amended' ? stage.own : []
  // Each provision by itself, so that every ground keeps its citation.
  const asked = (ruleOf: (p: readonly Provision[]) => Rule | undefined) =>
    law.flatMap((provision) => {
      const rule = ruleOf([provision])
      return rule ? [{ rule, cite: provision.cite }] : []
    })
  return [
    ...asked(participationRule).map((one) => ({ code: 'participation' as const, ...one })),
    ...asked(passRule).map((one) => ({ code: 'threshold' as const, ...one })),
    ...own.map(({ rule, cite }) => ({ code: 'own-threshold' as const, rule, cite })),
  ]
}

/** A verdict: whether everything is met, and what that is, with the numbers. */
export interface Verdict {
  readonly met: boolean
  readonly grounds: readonly GateGround[]
}

/** The verdict that was given last, and on what: each way out of a ballot asks for it, and so does the fold. */
let last: { readonly on: readonly unknown[]; readonly verdict: Verdict } | undefined

/** The verdict on a motion. */
export const verdictOf = (
  stage: DecisionStage,
  motion: Motion,
  closed: Counted,
  day: Day,
  matter?: string,
): Verdict => {
  const on = [stage, motion, closed.people, closed.groups, closed.measures, day, matter]
  if (last?.on.every((one, n) => one === on[n])) return last.verdict
  const count = countOf(stage, closed)
  const grounds = [
    has('law-in-force', passRule(lawOn(stage, day, matter)) !== undefined, { body: stage.body, day }),
    ...passParts(stage, motion, day, matter).flatMap(({ code, rule, cite }) => judged(code, rule, count, cite)),
  ]
  const verdict = { met: grounds.every((ground) => ground.met), grounds }
  last = { on, verdict }
  return verdict
}

const presence: readonly Quantity[] = ['entitled', 'present']

/** The groups of a roll whose votes a rule looks at; of whom only the coming or the number is asked needs no count apart. */
const groupsIn = (rule: Rule): readonly Group[] => {
  if ('all' in rule) return rule.all.flatMap(groupsIn)
  if ('any' in rule) return rule.any.flatMap(groupsIn)
  const counted = rule.among !== undefined && !presence.includes(rule.count) ? [rule.among] : []
  const base = 'of' in rule && rule.ofAmong !== undefined && !presence.includes(rule.of) ? [rule.ofAmong] : []
  return [...counted, ...base]
}

/** The groups whose votes the law of the day and the own rules ask to be counted apart, sorted; often none. */
export const groupsAsked = (stage: DecisionStage, day: Day, matter?: string): readonly Group[] => {
  const law = lawOn(stage, day, matter)
  const rules = [participationRule(law), passRule(law), ...stage.own.map((own) => own.rule)]
  return [...new Set(rules.flatMap((rule) => (rule ? groupsIn(rule) : [])))].sort()
}

const measuresIn = (rule: Rule): readonly Measure[] => {
  if ('all' in rule) return rule.all.flatMap(measuresIn)
  if ('any' in rule) return rule.any.flatMap(measuresIn)
  return rule.measure === undefined ? [] : [rule.measure]
}

/** The provisions that weigh whoever comes or votes by a measure. */
export const weighedBy = (law: readonly Provision[], measure: Measure): readonly Provision[] =>
  law.filter(({ quorum, participation, passes }) =>
    [quorum, participation, passes].some((rule) => rule && measuresIn(rule).includes(measure)),
  )
