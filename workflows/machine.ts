import {
  type AnyActorScope,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  assign,
  createActor,
  getNextTransitions,
  initialTransition,
  setup,
} from 'xstate'
import type { Facts } from './facts.ts'
import type { MoveKind } from './format/catalogue.ts'
import { daysBetween } from './rules/days.ts'
import { consultationGates, consultationSteps } from './stages/consultation.ts'
import { decisionGates, decisionSteps } from './stages/decision.ts'
import { draftingGates, draftingSteps } from './stages/drafting.ts'
import { electionGates, electionSteps } from './stages/election.ts'
import { evaluationGates, evaluationSteps } from './stages/evaluation.ts'
import {
  type Around,
  type Ask,
  allMet,
  atLeast,
  type Gate,
  type GateGround,
  has,
  noneLeft,
  type Step,
  type To,
  type Way,
} from './stages/gate.ts'
import { implementationGates, implementationSteps } from './stages/implementation.ts'
import { intakeGates, intakeSteps } from './stages/intake.ts'
import { postingGates, postingSteps } from './stages/posting.ts'
import { publicationGates, publicationSteps } from './stages/publication.ts'
import { reviewGates, reviewSteps } from './stages/review.ts'
import { type ExpandedProcedure, ends, type Stage } from './stages/stage.ts'

/** Withdrawal is the proposer's until the deciding body's ballot opens, and never while any body is voting; merging likewise. */
const withdrawableGrounds = (facts: Facts): readonly GateGround[] => [
  has('ballot-not-yet-opened', !facts.decisionOpened && facts.ballot === undefined),
]
const withdrawable: Gate = (_stage, { facts }) => withdrawableGrounds(facts)

/** A case that nobody has moved for its days, and that is not decided, may be given up. */
const expires: Gate = (_stage, { facts, on, expiryDays }) => [
  ...withdrawableGrounds(facts),
  atLeast(
    'days-without-move',
    facts.movedOn === '' ? 0 : daysBetween(facts.movedOn, on),
    expiryDays ?? Number.MAX_SAFE_INTEGER,
  ),
]

/** A correction has turned this stage's verdict: the matter is put to its body again. */
const turned: Gate = (stage, { facts }) => [
  has('verdict-turned', facts.turned === stage.id, { stage: facts.turned ?? 'none' }),
  has('no-ballot-open', facts.ballot === undefined),
]

const discontinues: Gate = (_stage, { facts }) => [has('resolution-revoked', facts.resolution === 'revoked')]

/** What is being carried out rests on a resolution in force, and no order of the office above stands open. */
const inForce = (stage: Stage, { facts }: Ask): readonly GateGround[] =>
  stage.kind === 'publication' || stage.kind === 'implementation' || stage.kind === 'evaluation'
    ? [
        has('resolution-in-force', facts.resolution === 'in-force', { resolution: facts.resolution ?? 'none' }),
        noneLeft('orders-open', [...facts.orders.values()].filter((obeyed) => !obeyed).length),
      ]
    : []

/** Every gate by its name: the one vocabulary that all compiled procedures share. */
const gates: Readonly<Record<string, Gate<never>>> = {
  free: () => [],
  'case.withdraws': withdrawable,
  'case.expires': expires,
  'case.discontinues': discontinues,
  'verdict.turned': turned,
  ...intakeGates,
  ...consultationGates,
  ...draftingGates,
  ...postingGates,
  ...reviewGates,
  ...decisionGates,
  ...electionGates,
  ...publicationGates,
  ...implementationGates,
  ...evaluationGates,
}

/** The gates of moves that any running case knows, whatever its stage. */
const rootGates: ReadonlySet<string> = new Set([
  'case.withdraws',
  'case.expires',
  'case.discontinues',
  'verdict.turned',
])

/** What a guard is told: its stage as adopted and the way it stands on. */
export interface GuardParams {
  readonly stage: Stage
  readonly way: Way
}

/** Asks a way's gate for its grounds. */
export const groundsOf = ({ stage, way }: GuardParams, ask: Ask): readonly GateGround[] => {
  const gate = gates[way.gate] as Gate | undefined
  if (!gate) throw new Error(`no gate is named ${way.gate}`)
  const own = gate(stage, ask)
  const grounds = rootGates.has(way.gate) ? own : [...own, ...inForce(stage, { ...ask, missed: 0 })]
  const motion = ask.facts.ballot?.motion
  return way.carried === undefined || motion === undefined
    ? grounds
    : [...grounds, has('motion-put', motion === way.carried, { motion })]
}

const stepsOf = (stage: Stage, around: Around): readonly Step[] => {
  switch (stage.kind) {
    case 'intake':
      return intakeSteps(stage, around)
    case 'consultation':
      return consultationSteps(stage, around)
    case 'drafting':
      return draftingSteps(stage, around)
    case 'posting':
      return postingSteps(stage, around)
    case 'review':
      return reviewSteps(stage, around)
    case 'decision':
      return decisionSteps(stage, around)
    case 'election':
      return electionSteps(stage, around)
    case 'publication':
      return publicationSteps(stage, around)
    case 'implementation':
      return implementationSteps(stage, around)
    case 'evaluation':
      return evaluationSteps(stage, around)
  }
}

/** A move as the machine takes it: facts and time come with it, the number of calls in vain is the machine's own. */
export type MoveEvent = { readonly type: MoveKind; readonly ask: Omit<Ask, 'missed'> }

interface Counted {
  readonly missed: number
}

const vocabulary = setup({
  types: { context: {} as Counted, events: {} as MoveEvent },
  guards: {
    gate: ({ context, event }, params: GuardParams) =>
      allMet(groundsOf(params, { ...event.ask, missed: context.missed })),
  },
  actions: {
    count: assign({ missed: ({ context }) => context.missed + 1 }),
    forget: assign({ missed: 0 }),
  },
})

/** What may befall a case in any stage. */
const anywhere = ({ expiryDays }: ExpandedProcedure): readonly Way[] => [
  { on: 'proposal.withdrawn', gate: 'case.withdraws', to: { end: 'withdrawn' } },
  { on: 'proposal.merged', gate: 'case.withdraws', to: { end: 'merged' } },
  ...(expiryDays === undefined
    ? []
    : [{ on: 'proposal.expired', gate: 'case.expires', to: { end: 'expired' } } as const]),
  { on: 'proposal.discontinued', gate: 'case.discontinues', to: { end: 'revoked' } },
]

/**
 * A decision whose verdict was corrected is taken up again from the stages after it. A case that stands before it comes to
 * it anyway, with whatever the plan must pass on the way.
 */
const reopening = (stage: Stage): Way => ({
  on: 'decision.reopened',
  gate: 'verdict.turned',
  to: { stage: stage.id },
})

const target = (stage: Stage, to: To): string =>
  'step' in to ? `#${stage.id}.${to.step}` : 'stage' in to ? `#${to.stage}` : `#end-${to.end}`

const way = (stage: Stage, w: Way) => ({
  target: target(stage, w.to),
  guard: { type: 'gate' as const, params: { stage, way: w } },
  ...(w.counts ? { actions: 'count' as const } : {}),
})

const grouped = (stage: Stage, ways: readonly Way[]) => {
  const on: Record<string, ReturnType<typeof way>[]> = {}
  for (const w of ways) {
    const list = on[w.on] ?? []
    list.push(way(stage, w))
    on[w.on] = list
  }
  return on
}

/** Compiles an expanded procedure into its machine: its stages under `going`, its ends beside it. */
export const compile = (procedure: ExpandedProcedure): AnyStateMachine => {
  const { stages, format } = procedure
  if (format !== 1) throw new TypeError(`no compiler here for format ${format satisfies never}`)
  const [first] = stages
  if (!first) throw new TypeError('a procedure has at least one stage')
  const stepsAt = stages.map((stage, index) => {
    const following = stages[index + 1]
    return stepsOf(stage, { stages, next: following ? { stage: following.id } : { end: 'closed' } })
  })
  const root = anywhere(procedure)
  const led = [...root, ...stepsAt.flat().flatMap((step) => step.ways)].flatMap(({ to }) =>
    'end' in to ? [to.end] : [],
  )
  const stateOf = (stage: Stage, index: number) => {
    const steps = stepsAt[index] ?? []
    return {
      id: stage.id,
      initial: steps[0]?.id ?? '',
      entry: 'forget' as const,
      on: {
        'decision.reopened': stages
          .slice(0, index)
          .flatMap((s) => (s.kind === 'decision' ? [way(s, reopening(s))] : [])),
      },
      states: Object.fromEntries(
        steps.map((step) => [step.id, { tags: [...step.tags], on: grouped(stage, step.ways) }]),
      ),
    }
  }
  return vocabulary.createMachine({
    id: procedure.procedure,
    context: { missed: 0 },
    initial: 'going',
    states: {
      going: {
        initial: first.id,
        tags: ['always'],
        on: grouped(first, root),
        states: Object.fromEntries(stages.map((stage, index) => [stage.id, stateOf(stage, index)])),
      },
      ...Object.fromEntries(
        ends.filter((end) => led.includes(end)).map((end) => [end, { id: `end-${end}`, type: 'final' as const }]),
      ),
    },
  })
}

const compiled = new Map<string, AnyStateMachine>()
const kept = 200

/** The machine of an adoption, compiled once and kept by the adoption's hash while it is among the last used. */
export const machineOf = (hash: string, procedure: ExpandedProcedure): AnyStateMachine => {
  const machine = compiled.get(hash) ?? compile(procedure)
  compiled.delete(hash)
  compiled.set(hash, machine)
  for (const oldest of compiled.keys()) {
    if (compiled.size <= kept) break
    compiled.delete(oldest)
  }
  return machine
}

/** Where a machine stands: the stage and step while the case is going, or its end. */
export type Position =
  | { readonly stage: string; readonly step: string; readonly missed: number }
  | { readonly end: string }

const starts = new WeakMap<AnyStateMachine, AnyMachineSnapshot>()

export const start = (machine: AnyStateMachine): AnyMachineSnapshot => {
  const snapshot = starts.get(machine) ?? initialTransition(machine)[0]
  starts.set(machine, snapshot)
  return snapshot
}

const positions = new WeakMap<AnyMachineSnapshot, Position>()

export const positionOf = (snapshot: AnyMachineSnapshot): Position => {
  const position = positions.get(snapshot) ?? positionIn(snapshot)
  positions.set(snapshot, position)
  return position
}

const positionIn = (snapshot: AnyMachineSnapshot): Position => {
  const { value } = snapshot
  if (typeof value === 'string') return { end: value }
  const { going } = value
  const [stage, step] = typeof going === 'object' ? (Object.entries(going)[0] ?? []) : []
  if (stage === undefined || typeof step !== 'string') throw new Error('a case stands in one step of one stage')
  return { stage, step, missed: (snapshot.context as Counted).missed }
}

const scopes = new WeakMap<AnyStateMachine, AnyActorScope>()

/** Where a machine's moves are taken: nowhere, as `transition` of xstate has it, which makes it anew for each. */
const scopeOf = (machine: AnyStateMachine): AnyActorScope => {
  const known = scopes.get(machine)
  if (known) return known
  const self = createActor(machine)
  const nothing = () => undefined
  const scope: AnyActorScope = {
    self,
    system: self.system,
    id: '',
    sessionId: '',
    logger: nothing,
    defer: nothing,
    emit: nothing,
    stopChild: nothing,
    actionExecutor: nothing,
  }
  scopes.set(machine, scope)
  return scope
}

/** Where each way led from a snapshot: what a move changes in the machine follows from the way alone. */
const onward = new WeakMap<AnyMachineSnapshot, Map<unknown, AnyMachineSnapshot>>()

/** Takes a move. Answers the new snapshot, or undefined where no way is open: an unaccepted event never looks like success. */
export const take = (
  machine: AnyStateMachine,
  snapshot: AnyMachineSnapshot,
  event: MoveEvent,
): AnyMachineSnapshot | undefined => {
  if (snapshot.status !== 'active') return undefined
  // The way whose gate is open, asked once; each way has a target.
  const [way] = machine.getTransitionData(snapshot, event) ?? []
  if (way?.target === undefined) return undefined
  const known = onward.get(snapshot) ?? new Map<unknown, AnyMachineSnapshot>()
  const next = known.get(way) ?? machine.transition(snapshot, event, scopeOf(machine))
  if (known.size === 0) onward.set(snapshot, known)
  known.set(way, next)
  return next
}

/** The ways that leave where the machine stands, each with its guard's params. */
export const waysFrom = (snapshot: AnyMachineSnapshot): readonly GuardParams[] =>
  snapshot.status === 'active'
    ? getNextTransitions(snapshot).flatMap(({ guard }) =>
        guard !== null && typeof guard === 'object' && 'params' in guard ? [guard.params as GuardParams] : [],
      )
    : []
