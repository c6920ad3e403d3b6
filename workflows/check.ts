import type { AnyStateNode } from 'xstate'
import { participationRule, passRule, quorumRule } from './law/in-force.ts'
import { type BodyKind, type Provision, rollGroups } from './law/provision.ts'
import { compile, type GuardParams } from './machine.ts'
import type { Choice } from './procedures/choices.ts'
import type { Procedure } from './procedures/procedure.ts'
import { judge } from './rules/judge.ts'
import type { Count, Rule, Tallies } from './rules/types.ts'
import { lawOn } from './stages/law-on.ts'
import type { DecisionStage, ElectionStage, ExpandedProcedure, Stage } from './stages/stage.ts'

/** A way of the compiled machine, from one step to another or to an end. */
export interface Edge {
  readonly from: string
  readonly to: string
  readonly on: string
  readonly guard: GuardParams
}

/** What does not hold of a procedure. */
export type Flaw =
  | { readonly flaw: 'named_twice'; readonly stage: string }
  | { readonly flaw: 'leads_nowhere'; readonly stage: string; readonly to: string }
  | { readonly flaw: 'cannot_end'; readonly state: string }
  | { readonly flaw: 'unreachable'; readonly state: string }
  | { readonly flaw: 'adoption_round_a_gate'; readonly stage: string; readonly gate: string }
  | { readonly flaw: 'final_misplaced'; readonly stage: string }
  | { readonly flaw: 'accepted_for_another_body'; readonly stage: string; readonly body: BodyKind }
  | { readonly flaw: 'decision_without_rule'; readonly stage: string; readonly missing: 'quorum' | 'threshold' }

/** A machine as its ways: what `check` walks. */
export interface Ways {
  readonly start: string
  readonly edges: readonly Edge[]
  readonly states: readonly string[]
  readonly ends: readonly string[]
}

/** Reads every way of the machine from its compiled state nodes: each guard may be open or not, so all are walked. */
export const waysOf = (procedure: ExpandedProcedure): Ways => {
  const { root } = compile(procedure)
  const leaves = leavesOf(root)
  const edges = leaves.flatMap((leaf) =>
    lineage(leaf).flatMap((node) =>
      [...node.transitions.values()].flat().flatMap((transition) => {
        const { guard } = transition
        if (guard === undefined || typeof guard !== 'object' || !('params' in guard))
          throw new Error(`${leaf.id} has an unguarded way`)
        return (transition.target ?? []).map((target) => ({
          from: pathOf(leaf),
          to: pathOf(entered(target)),
          on: transition.eventType,
          guard: guard.params as GuardParams,
        }))
      }),
    ),
  )
  const finals = leaves.filter((leaf) => leaf.type === 'final')
  return { start: pathOf(entered(root)), edges, states: leaves.map(pathOf), ends: finals.map(pathOf) }
}

const leavesOf = (node: AnyStateNode): readonly AnyStateNode[] => {
  const inner = Object.values(node.states)
  return inner.length === 0 ? [node] : inner.flatMap(leavesOf)
}

const lineage = (node: AnyStateNode): readonly AnyStateNode[] =>
  node.parent ? [node, ...lineage(node.parent)] : [node]

const entered = (node: AnyStateNode): AnyStateNode => {
  const [first] = node.initial?.target ?? []
  return first ? entered(first) : node
}

const pathOf = (node: AnyStateNode): string => node.path.join('.')

/** Every state that some of these steps lead to, from any of those given. */
const reach = (
  from: readonly string[],
  steps: readonly (readonly [from: string, to: string])[],
): ReadonlySet<string> => {
  const onward = new Map<string, string[]>()
  for (const [source, to] of steps) onward.set(source, [...(onward.get(source) ?? []), to])
  const seen = new Set(from)
  for (const state of seen) for (const to of onward.get(state) ?? []) seen.add(to)
  return seen
}

/**
 * Proves of an expanded procedure: every stage it names is there, the last
 * decision is the one that binds, every state can be reached and can end (not only by being
 * withdrawn), every decision has a quorum and a threshold on each day of its law, and no way leads round a stage's gates.
 */
export const check = (procedure: ExpandedProcedure): readonly Flaw[] => {
  const named = namingFlaws(procedure.stages)
  return [
    ...named,
    ...finalFlaws(procedure.stages),
    ...procedure.stages.flatMap(ruleFlaws),
    ...(named.length > 0 ? [] : wayFlaws(procedure, waysOf(procedure))),
  ]
}

/** Stages are referred to by id: each id once, and none that is not there. */
const namingFlaws = (stages: readonly Stage[]): readonly Flaw[] => {
  const ids = stages.map(({ id }) => id)
  return stages.flatMap((stage, index): Flaw[] => [
    ...(ids.indexOf(stage.id) < index ? [{ flaw: 'named_twice', stage: stage.id } as const] : []),
    ...referred(stage)
      .filter((to) => !ids.includes(to))
      .map((to) => ({ flaw: 'leads_nowhere', stage: stage.id, to }) as const),
  ])
}

const referred = (stage: Stage): readonly string[] => {
  switch (stage.kind) {
    case 'posting':
      return [stage.upheldObjection]
    case 'review':
      return [stage.changes]
    case 'decision':
      return [
        ...(stage.revise === 'here' ? [] : [stage.revise]),
        ...(stage.afterAmendment === 'continue' || stage.afterAmendment === 'restart' ? [] : [stage.afterAmendment]),
      ]
    case 'intake':
    case 'consultation':
    case 'drafting':
    case 'election':
    case 'publication':
    case 'implementation':
    case 'evaluation':
      return []
  }
}

/** A stage in which a body decides the case or votes on the way to that. */
const decides = (stage: Stage): stage is DecisionStage | ElectionStage =>
  stage.kind === 'decision' || stage.kind === 'election'

/** Competence and authorisation are asked of the decision marked final: it is the last, and the body that intake accepts for. */
const finalFlaws = (stages: readonly Stage[]): readonly Flaw[] => {
  const last = stages.findLast(decides)
  return stages.flatMap((stage): Flaw[] => {
    if (decides(stage)) return stage.final === (stage === last) ? [] : [{ flaw: 'final_misplaced', stage: stage.id }]
    if (stage.kind !== 'intake' || last === undefined || stage.decides === last.body) return []
    return [{ flaw: 'accepted_for_another_body', stage: stage.id, body: stage.decides }]
  })
}

const hall = { entitled: 100, present: 100, yes: 0, no: 0, abstain: 0, spoiled: 0 }
const empty = { ...hall, present: 0 }

/** On each day that a text of its law begins, a decision asks somebody to come and somebody to agree. */
const ruleFlaws = (stage: Stage): readonly Flaw[] => {
  if (!decides(stage)) return []
  const lacks = (rule: (law: readonly Provision[]) => Rule | undefined, nothing: Tallies) => {
    const count: Count = {
      people: nothing,
      households: nothing,
      among: Object.fromEntries(rollGroups.map((group) => [group, nothing])),
    }
    return (
      stage.law.length === 0 ||
      stage.law.some(({ from, matters }) => {
        const asked = rule(lawOn(stage, from, matters?.[0]))
        return asked === undefined || judge(asked, count).met
      })
    )
  }
  return [
    ...(lacks(takingPart, empty)
      ? [{ flaw: 'decision_without_rule', stage: stage.id, missing: 'quorum' } as const]
      : []),
    ...(lacks(passRule, hall)
      ? [{ flaw: 'decision_without_rule', stage: stage.id, missing: 'threshold' } as const]
      : []),
  ]
}

/** Who must have come, or have voted. */
const takingPart = (law: readonly Provision[]): Rule | undefined => quorumRule(law) ?? participationRule(law)

/** What must have been passed of each kind of stage, by the word that a flaw names it with. */
const gatesOf: Readonly<Record<Stage['kind'], Readonly<Record<string, string | readonly string[]>>>> = {
  intake: { acceptance: 'intake.accepts' },
  consultation: { consultation: 'consultation.done' },
  drafting: { drafting: 'drafting.done' },
  posting: { posting: 'posting.opens', 'posting-days': 'posting.done' },
  review: { review: 'review.passes' },
  decision: { convocation: 'meeting.convokes', quorum: 'ballot.opens', threshold: 'ballot.carries' },
  election: {
    convocation: 'meeting.convokes',
    poll: 'poll.opens',
    threshold: ['poll.fills', 'election.concludes'],
  },
  publication: { publication: 'publication.opens', 'publication-days': 'publication.done' },
  implementation: { implementation: 'implementation.done' },
  evaluation: { evaluation: 'evaluation.done' },
}

const adopts = ({ guard }: Edge): boolean => {
  const { carried } = guard.way
  return carried === undefined || carried === 'agree' || carried === 'agree-amended'
}

/** The same for a procedure whose ways are given: what `check` asks of the compiled machine. */
export const wayFlaws = ({ stages }: ExpandedProcedure, { start, edges, states, ends }: Ways): readonly Flaw[] => {
  const reachable = reach(
    [start],
    edges.map(({ from, to }) => [from, to]),
  )
  const going = edges.filter(({ guard }) => guard.way.gate !== 'case.withdraws')
  const ending = reach(
    ends,
    going.map(({ from, to }) => [to, from]),
  )
  const last = stages.findLastIndex(decides)
  const adopted = stages[last + 1]
  const isAdopted = (state: string) => state.startsWith(`going.${adopted?.id}.`) || state === 'closed'
  return [
    ...states.flatMap((state): Flaw[] => [
      ...(reachable.has(state) ? [] : [{ flaw: 'unreachable', state } as const]),
      ...(ending.has(state) ? [] : [{ flaw: 'cannot_end', state } as const]),
    ]),
    ...stages.flatMap((stage, index) =>
      Object.entries(gatesOf[stage.kind]).flatMap(([word, gates]): Flaw[] => {
        const round = edges.filter(
          (edge) => edge.guard.stage.id !== stage.id || ![gates].flat().includes(edge.guard.way.gate) || !adopts(edge),
        )
        const arrived = [
          ...reach(
            [start],
            round.map(({ from, to }) => [from, to]),
          ),
        ]
        const past = arrived.some(index <= last ? isAdopted : (state) => state === 'closed')
        return past ? [{ flaw: 'adoption_round_a_gate', stage: stage.id, gate: word }] : []
      }),
    ),
  ]
}

/** Every way to make a procedure's choices: each option, and for numbers their least, next and most. */
export function* everyChoice(procedure: Procedure): Generator<Readonly<Record<string, string | number>>> {
  const names = Object.entries(procedure.choices)
  const values = (choice: Choice, pick: 0 | 1 | 2): readonly (string | number)[] =>
    choice.sort === 'one-of'
      ? choice.options.map((option) => option.value)
      : [[choice.atLeast, Math.min(choice.atLeast + 1, choice.atMost), choice.atMost][pick] ?? choice.atMost]
  function* from(
    index: number,
    made: Readonly<Record<string, string | number>>,
    pick: 0 | 1 | 2,
  ): Generator<Readonly<Record<string, string | number>>> {
    const next = names[index]
    if (!next) yield made
    else for (const value of values(next[1], pick)) yield* from(index + 1, { ...made, [next[0]]: value }, pick)
  }
  for (const pick of [0, 1, 2] as const) yield* from(0, {}, pick)
}
