import type { Facts } from '../facts.ts'
import type { DataOf, Motion } from '../format/catalogue.ts'
import type { BodyKind } from '../law/provision.ts'
import { dayOf, daysBetween } from '../rules/days.ts'
import { convokes, mayDecide } from './calling.ts'
import { ballotOnRoll, onFrozenRoll, tallyFits } from './counting.ts'
import { type Around, type Ask, atLeast, dataOf, type Gate, type GateGround, has, type Step, type To } from './gate.ts'
import { lawOn } from './law-on.ts'
import type { DecisionStage } from './stage.ts'
import { quorumGrounds, verdictOf, weighedBy } from './verdict.ts'
import { countedOut, voids } from './voting.ts'

export const decisionSteps = (stage: DecisionStage, { next, stages }: Around): readonly Step[] => {
  const decisions = stages.filter((s) => s.kind === 'decision')
  const first = decisions[0]?.id ?? stage.id
  const before = (id: string) => stages.findIndex((s) => s.id === id) < stages.findIndex((s) => s.id === stage.id)
  /** Where the earlier bodies' approvals are asked again, if anywhere. */
  const again =
    stage.afterAmendment === 'continue' ? undefined : stage.afterAmendment === 'restart' ? first : stage.afterAmendment
  const earlier: To | undefined = again !== undefined && before(again) ? { stage: again } : undefined
  const revise: To = stage.revise === 'here' ? { step: 'revising' } : { stage: stage.revise }
  const talk = stage.motions.includes('agree-amended') ? (['drafts'] as const) : []
  const wayOf: Record<Motion, To> = {
    agree: next,
    'agree-amended': earlier ?? next,
    return: revise,
    refuse: { end: 'rejected' },
  }
  const open = { on: 'ballot.opened', gate: 'ballot.opens', to: { step: 'voting' } } as const
  const convene = { on: 'meeting.convened', gate: 'meeting.convokes', to: { step: 'called' } } as const
  /** Representatives who decide by authorisation may leave the matter to the assembly that gave it. */
  const up =
    stage.final && assemblyAbove(stage.body) !== undefined
      ? [{ on: 'decision.referred', gate: 'decision.refers', to: { end: 'referred' } } as const]
      : []
  return [
    { id: 'calling', tags: [], ways: [convene, ...up] },
    {
      id: 'called',
      tags: [...talk, 'rolls'],
      ways: [
        open,
        ...up,
        { on: 'quorum.missed', gate: 'quorum.misses', to: { step: 'calling' }, counts: true },
        { on: 'quorum.missed', gate: 'quorum.misses-for-good', to: { end: 'abandoned-without-quorum' }, counts: true },
        { on: 'meeting.postponed', gate: 'free', to: { step: 'calling' } },
      ],
    },
    {
      id: 'voting',
      tags: ['votes'],
      ways: [
        ...stage.motions.map(
          (motion) => ({ on: 'ballot.closed', gate: 'ballot.carries', to: wayOf[motion], carried: motion }) as const,
        ),
        { on: 'ballot.closed', gate: 'ballot.fails', to: { step: 'undecided' } },
        { on: 'ballot.voided', gate: 'ballot.voids', to: { step: 'undecided' } },
      ],
    },
    {
      id: 'undecided',
      tags: talk,
      ways: [
        open,
        convene,
        ...up,
        { on: 'decision.sent-back', gate: 'free', to: revise },
        { on: 'decision.concluded', gate: 'free', to: { end: 'rejected' } },
      ],
    },
    ...(stage.revise === 'here'
      ? [
          {
            id: 'revising',
            tags: ['drafts'],
            ways: [{ on: 'decision.resumed', gate: 'plan.changed', to: earlier ?? { step: 'calling' } }],
          } as const,
        ]
      : []),
  ]
}

/** The assembly to which a body of representatives may refer a matter up. */
const assemblyAbove = (body: BodyKind): BodyKind | undefined =>
  body === 'village-representatives'
    ? 'village-assembly'
    : body === 'residents-representatives'
      ? 'residents-assembly'
      : body === 'collective-representatives'
        ? 'collective-members'
        : undefined

/** True when this motion on this draft has already failed in this stage. */
const undecided = (facts: Facts, stage: string, motion: string, draft: number): boolean =>
  [...facts.ballots.values()].some(
    (b) =>
      b.stage === stage && b.motion === motion && b.draft === draft && b.carried === false && b.reopened === undefined,
  )

/** The day has come, the quorum stands at the roll call, and the question is bound to a draft that may be voted on. */
const opens: Gate<DecisionStage> = (stage, ask) => {
  const data = dataOf(ask, 'ballot.opened')
  const { facts, on } = ask
  const { meeting, draft } = facts
  const day = has('meeting-day', meeting !== undefined && on >= meeting.on, {
    today: on,
    ...(meeting ? { on: meeting.on } : {}),
  })
  if (!data) return [day, ...mayDecide(stage, ask)]
  const amended = data.motion === 'agree-amended'
  const bound = data.draft === draft?.n && data.draftText === draft.text
  return [
    day,
    has('meeting-convened-for-this', data.meeting === meeting?.meeting),
    has('roll-as-frozen', data.roll === meeting?.roll && ballotOnRoll(data, meeting)),
    ...votingGrounds(stage, data, ask),
    has('motion-admitted', stage.motions.includes(data.motion), { motion: data.motion }),
    has('newest-draft-put', bound, { newest: draft?.n ?? 0 }),
    ...(data.motion === 'agree'
      ? [has('announced-draft-put', data.draft === meeting?.draft, { announced: meeting?.draft ?? 0 })]
      : []),
    ...(amended
      ? [has('draft-amended-here', data.draft > (meeting?.draft ?? data.draft), { announced: meeting?.draft ?? 0 })]
      : []),
    has('put-again-with-reason', !undecided(facts, stage.id, data.motion, data.draft) || data.again !== undefined),
    ...(data.circulated ? [] : quorumGrounds(stage, data, on, facts.matter)),
    ...mayDecide(stage, ask),
  ]
}

/** The way of voting is one that the law and the stage admit, and a term that was set lies ahead. */
const votingGrounds = (
  stage: DecisionStage,
  data: DataOf<'ballot.opened'>,
  { at, on, facts }: Ask,
): readonly GateGround[] => {
  const law = lawOn(stage, on, facts.matter)
  const voting = data.voting ?? 'recorded'
  const barring = law.find((p) => p.voting !== undefined && !p.voting.includes(voting))
  // Areas and households behind a vote would tell whose it is, and nobody counts them by hands.
  const weighed =
    voting !== 'recorded' && (['area', 'represented'] as const).some((measure) => weighedBy(law, measure).length > 0)
  const expelling = law.some((p) => p.recusal === 'out-of-base')
  return [
    ...(data.voting || barring
      ? [{ ...has('way-of-voting', !barring && !weighed, { voting }), ...(barring ? { cite: barring.cite } : {}) }]
      : []),
    ...(data.circulated || stage.circulated
      ? [has('circulated-as-adopted', data.circulated === true && stage.circulated !== undefined)]
      : []),
    ...(stage.circulated
      ? [
          atLeast(
            'ballot-days',
            data.until === undefined ? 0 : daysBetween(on, dayOf(new Date(data.until))),
            stage.circulated.days,
          ),
        ]
      : []),
    ...(data.until === undefined ? [] : [has('ballot-term-ahead', data.until > at, { until: data.until })]),
    ...(data.recused ? [has('recusal-as-the-law-says', (data.recusal === 'out-of-base') === expelling)] : []),
  ]
}

/** The roll was called on the day and the quorum was not there. */
const misses = (stage: DecisionStage, ask: Ask): readonly GateGround[] => {
  const data = dataOf(ask, 'quorum.missed')
  const { meeting } = ask.facts
  const due = has('meeting-day', meeting !== undefined && ask.on >= meeting.on, {
    today: ask.on,
    ...(meeting ? { on: meeting.on } : {}),
  })
  if (!data) return [due]
  const quorum = quorumGrounds(stage, data, ask.on, ask.facts.matter)
  return [
    due,
    has('meeting-convened-for-this', data.meeting === meeting?.meeting),
    has('roll-as-frozen', onFrozenRoll(data, meeting)),
    {
      ...has(
        'quorum-missed',
        quorum.some((ground) => !ground.met),
      ),
      detail: { present: data.people.present },
    },
  ]
}

const missesAgain: Gate<DecisionStage> = (stage, ask) => [
  ...misses(stage, ask),
  has('calls-left', ask.missed + 1 < stage.calls, { missed: ask.missed + 1, calls: stage.calls }),
]

const missesForGood: Gate<DecisionStage> = (stage, ask) => [
  ...misses(stage, ask),
  atLeast('calls-spent', ask.missed + 1, stage.calls),
]

/** The open ballot is the one that closes, and its motion is carried. Which motion a way stands for is asked by the machine. */
const carries: Gate<DecisionStage> = (stage, ask) => {
  const data = dataOf(ask, 'ballot.closed')
  const { ballot } = ask.facts
  if (!data || !ballot) return [has('ballot-open', ballot !== undefined)]
  return [
    has('this-ballot-open', data.ballot === ballot.ballot),
    tallyFits(data, ballot),
    ...countedOut(ballot, data, ask.at),
    ...verdictOf(stage, ballot.motion, data, ask.on, ask.facts.matter).grounds,
  ]
}

const fails: Gate<DecisionStage> = (stage, ask) => {
  const data = dataOf(ask, 'ballot.closed')
  const { ballot } = ask.facts
  if (!data || !ballot) return [has('ballot-open', ballot !== undefined)]
  return [
    has('this-ballot-open', data.ballot === ballot.ballot),
    tallyFits(data, ballot),
    ...countedOut(ballot, data, ask.at),
    has('not-carried', !verdictOf(stage, ballot.motion, data, ask.on, ask.facts.matter).met),
  ]
}

const voided: Gate<DecisionStage> = (_stage, ask) => {
  const data = dataOf(ask, 'ballot.voided')
  const { ballot } = ask.facts
  if (!ballot) return [has('ballot-open', false)]
  return [...(data ? [has('this-ballot-open', data.ballot === ballot.ballot)] : []), voids(ballot)]
}

/** Referred to the assembly above and to no other body. */
const refers: Gate<DecisionStage> = (stage, ask) => {
  const data = dataOf(ask, 'decision.referred')
  const above = assemblyAbove(stage.body)
  return data ? [has('higher-body', data.to === above, { body: above ?? 'none' })] : []
}

const planChanged: Gate<DecisionStage> = (_stage, { facts }) => [
  has('draft-changed-since-return', (facts.draft?.n ?? 0) > facts.draftAtReturn, { newest: facts.draft?.n ?? 0 }),
]

export const decisionGates = {
  'meeting.convokes': convokes,
  'ballot.opens': opens,
  'quorum.misses': missesAgain,
  'quorum.misses-for-good': missesForGood,
  'ballot.carries': carries,
  'ballot.fails': fails,
  'ballot.voids': voided,
  'plan.changed': planChanged,
  'decision.refers': refers,
}
