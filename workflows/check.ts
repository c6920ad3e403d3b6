import type { AnyStateNode } from 'xstate'
import { compile, type GuardParams } from './machine.ts'
import type { Choice } from './procedures/choices.ts'
import type { Procedure } from './procedures/procedure.ts'
import type { DecisionStage, ExpandedProcedure } from './stages/stage.ts'

/** A way of the compiled machine, from one step to another or to an end. */
export interface Edge {
  readonly from: string
  readonly to: string
  readonly on: string
  readonly guard: GuardParams
}

/** What does not hold of a procedure. */
export type Flaw =
  | { readonly flaw: 'cannot_end'; readonly state: string }
  | { readonly flaw: 'unreachable'; readonly state: string }
  | { readonly flaw: 'adoption_round_a_gate'; readonly decision: string; readonly gate: 'quorum' | 'threshold' }
  | { readonly flaw: 'decision_without_rule'; readonly decision: string; readonly missing: 'quorum' | 'threshold' }

/** Reads every way of the machine from its compiled state nodes: each guard may be open or not, so all are walked. */
export const edgesOf = (procedure: ExpandedProcedure): { readonly start: string; readonly edges: readonly Edge[]; readonly states: readonly string[]; readonly ends: readonly string[] } => {
  const { root } = compile(procedure)
  const leaves = leavesOf(root)
  const edges = leaves.flatMap((leaf) =>
    lineage(leaf).flatMap((node) =>
      [...node.transitions.values()].flat().flatMap((transition) => {
        const { guard } = transition
        if (guard === undefined || typeof guard !== 'object' || !('params' in guard)) throw new Error(`${leaf.id} has an unguarded way`)
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

const lineage = (node: AnyStateNode): readonly AnyStateNode[] => (node.parent ? [node, ...lineage(node.parent)] : [node])

const entered = (node: AnyStateNode): AnyStateNode => {
  const [first] = node.initial?.target ?? []
  return first ? entered(first) : node
}

const pathOf = (node: AnyStateNode): string => node.path.join('.')

const reach = (from: string, edges: readonly Edge[]): ReadonlySet<string> => {
  const seen = new Set([from])
  const open = [from]
  for (let state = open.pop(); state !== undefined; state = open.pop())
    for (const edge of edges)
      if (edge.from === state && !seen.has(edge.to)) {
        seen.add(edge.to)
        open.push(edge.to)
      }
  return seen
}

/**
 * Proves of an expanded procedure: every state can be reached and can end, and the first stage after the deciding body's
 * vote cannot be reached when any one decision's quorum, or any one decision's threshold, is never met.
 */
export const check = (procedure: ExpandedProcedure): readonly Flaw[] => {
  const { start, edges, states, ends } = edgesOf(procedure)
  const reachable = reach(start, edges)
  const flaws: Flaw[] = []
  for (const state of states) {
    if (!reachable.has(state)) flaws.push({ flaw: 'unreachable', state })
    else if (!ends.some((end) => reach(state, edges).has(end))) flaws.push({ flaw: 'cannot_end', state })
  }
  const decisions = procedure.stages.filter((stage): stage is DecisionStage => stage.kind === 'decision')
  const adopted = procedure.stages[procedure.stages.findLastIndex((stage) => stage.kind === 'decision') + 1]
  const isAdopted = (state: string) => state.startsWith(`going.${adopted?.id}.`) || state === 'closed'
  for (const decision of decisions) {
    const rules = decision.law
    if (!rules.some((provision) => provision.quorum)) flaws.push({ flaw: 'decision_without_rule', decision: decision.id, missing: 'quorum' })
    if (!rules.some((provision) => provision.passes)) flaws.push({ flaw: 'decision_without_rule', decision: decision.id, missing: 'threshold' })
    const without = (gate: string) => edges.filter((edge) => !(edge.guard.stage.id === decision.id && edge.guard.way.gate === gate))
    if ([...reach(start, without('ballot.opens'))].some(isAdopted))
      flaws.push({ flaw: 'adoption_round_a_gate', decision: decision.id, gate: 'quorum' })
    if ([...reach(start, without('ballot.carries'))].some(isAdopted))
      flaws.push({ flaw: 'adoption_round_a_gate', decision: decision.id, gate: 'threshold' })
  }
  return flaws
}

/** Every way to make a procedure's choices: each option, and for numbers their least, next and most. */
export function* everyChoice(procedure: Procedure): Generator<Readonly<Record<string, string | number>>> {
  const names = Object.entries(procedure.choices)
  const values = (choice: Choice): readonly (string | number)[] =>
    choice.sort === 'one-of'
      ? choice.options.map((option) => option.value)
      : [...new Set([choice.atLeast, Math.min(choice.atLeast + 1, choice.atMost), choice.atMost])]
  function* from(index: number, made: Readonly<Record<string, string | number>>): Generator<Readonly<Record<string, string | number>>> {
    const next = names[index]
    if (!next) yield made
    else for (const value of values(next[1])) yield* from(index + 1, { ...made, [next[0]]: value })
  }
  yield* from(0, {})
}
