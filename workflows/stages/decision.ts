import type { Facts } from '../facts.ts'
import type { DataOf, Motion } from '../format/catalogue.ts'
import { compositionRule, noticeDays, passRule, provisionsOn, quorumRule } from '../law/in-force.ts'
import { needsPartyDiscussion } from '../law/matters.ts'
import type { BodyKind, Provision } from '../law/provision.ts'
import { type Day, daysBetween } from '../rules/days.ts'
import { judge } from '../rules/judge.ts'
import type { Count, Rule, Tallies } from '../rules/types.ts'
import { type Around, type Ask, atLeast, dataOf, type Gate, type GateGround, has, type Step, type To } from './gate.ts'
import { competent } from './intake.ts'
import type { DecisionStage } from './stage.ts'

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
      : undefined

/** The law on this body as it stands on a day, with the province's additions. */
export const lawOn = (stage: DecisionStage, day: Day): readonly Provision[] =>
  provisionsOn(stage.law, {
    body: stage.body,
    day,
    ...(stage.mode ? { mode: stage.mode } : {}),
    ...(jurisdictionOf(stage) ? { jurisdiction: jurisdictionOf(stage) } : {}),
  })

const jurisdictionOf = (stage: DecisionStage): string | undefined =>
  stage.law.find((provision) => provision.jurisdiction !== undefined)?.jurisdiction

const citeOf = (law: readonly Provision[]): string => law.map((provision) => provision.cite).join(';')

/** One part of a verdict: the rule, where it stands, and its grounds. */
const judged = (code: string, rule: Rule, count: Count, cite: string): readonly GateGround[] =>
  judge(rule, count).grounds.map((ground) => ({ ...ground, code, cite }))

/** Each provision in force is judged by itself, so that every ground keeps its citation. */
const judgedByLaw = (
  code: string,
  law: readonly Provision[],
  rule: (p: readonly Provision[]) => Rule | undefined,
  count: Count,
) =>
  law.flatMap((provision) => {
    const own = rule([provision])
    return own ? judged(code, own, count, provision.cite) : []
  })

const nothing: Tallies = { entitled: 0, present: 0, yes: 0, no: 0, abstain: 0, spoiled: 0 }

type Share = { readonly entitled: number; readonly present: number }
type Shares = { readonly people: Share; readonly groups: Readonly<Record<string, Share>> }

/** True where a whole and each of its groups stand at the same number on both sides. */
const sameOf = (number: keyof Share, a: Shares, b: Shares): boolean =>
  a.people[number] === b.people[number] &&
  Object.keys(a.groups).length === Object.keys(b.groups).length &&
  Object.entries(a.groups).every(([group, share]) => share[number] === b.groups[group]?.[number])

/** The roll as it was frozen when the meeting was called: nobody is present yet. */
const frozen = ({ entitled, groups }: Pick<DataOf<'meeting.convened'>, 'entitled' | 'groups'>): Shares => ({
  people: { entitled, present: 0 },
  groups: Object.fromEntries(Object.entries(groups).map(([group, n]) => [group, { entitled: n, present: 0 }])),
})

const onFrozenRoll = (at: Shares, meeting: Facts['meeting']): boolean =>
  meeting !== undefined && sameOf('entitled', at, frozen(meeting))

/** The tally is of the roll and of those present that the ballot was opened with. */
const tallyFits = (closed: Shares, opened: Shares): GateGround =>
  has('tally-of-this-roll', sameOf('entitled', closed, opened) && sameOf('present', closed, opened))

/** Builds the count that rules are judged on. In household mode each head on the roll stands for one household. */
const countOf = (
  stage: DecisionStage,
  people: Partial<Tallies> & Share,
  groups: Readonly<Record<string, Partial<Tallies> & Share>>,
): Count => {
  const whole = { ...nothing, ...people }
  return {
    people: whole,
    ...(stage.mode === 'households' ? { households: whole } : {}),
    among: Object.fromEntries(Object.entries(groups).map(([group, tallies]) => [group, { ...nothing, ...tallies }])),
  }
}

/** Whether the quorum is reached: the law of the day, each part with its numbers. */
export const quorumGrounds = (stage: DecisionStage, at: Shares, day: Day): readonly GateGround[] => {
  const law = lawOn(stage, day)
  return [
    has('law-in-force', quorumRule(law) !== undefined, { body: stage.body, day }),
    ...judgedByLaw('quorum', law, quorumRule, countOf(stage, at.people, at.groups)),
  ]
}

/** The verdict on a motion: the law's majority and, to adopt, every own rule beside it. */
export const verdictOf = (
  stage: DecisionStage,
  motion: Motion,
  closed: Pick<DataOf<'ballot.closed'>, 'people' | 'groups'>,
  day: Day,
): { readonly met: boolean; readonly grounds: readonly GateGround[] } => {
  const law = lawOn(stage, day)
  const count = countOf(stage, closed.people, closed.groups)
  const own = motion === 'agree' || motion === 'agree-amended' ? stage.own : []
  const grounds = [
    has('law-in-force', passRule(law) !== undefined, { body: stage.body, day }),
    ...judgedByLaw('threshold', law, passRule, count),
    ...own.flatMap((rule) => judged('own-threshold', rule.rule, count, rule.cite)),
  ]
  return { met: grounds.every((ground) => ground.met), grounds }
}

/** For a deciding body: competent on the day, authorised where it decides by delegation, the party organisation heard. */
const mayDecide = (stage: DecisionStage, ask: Ask): readonly GateGround[] => {
  const { facts, on } = ask
  if (!stage.final || facts.matter === undefined) return []
  const prior = needsPartyDiscussion(facts.matter, on)
  const discussed = facts.partyDiscussion?.agreed === true && facts.partyDiscussion.heldOn <= on
  const reviewed = [...facts.ballots.values()].some((b) => b.carried === true && b.stage !== stage.id)
  return [
    ...competent(stage.body, facts.matter, ask),
    ...(prior ? [{ ...has('party-discussion', reviewed || discussed), cite: prior.cite }] : []),
  ]
}

/** So many whole days lie between the call and the meeting; where the law asks for none, the day is at least not over. */
const daysAhead = ({ sentOn, on }: DataOf<'meeting.convened'>, need: number): GateGround =>
  atLeast('convocation-days', daysBetween(sentOn, on), need, { on, sentOn })

/** The share of signatures that a meeting on demand rests on; without a demand nothing is asked. */
const demandedEnough = (law: readonly Provision[], { demand }: DataOf<'meeting.convened'>): readonly GateGround[] => {
  if (!demand) return []
  const asked = law
    .flatMap((p) => (p.demands ?? []).map((d) => ({ ...d, cite: p.cite })))
    .find((d) => d.of === demand.of)
  if (!asked) return [has('demand-admitted', false, { of: demand.of })]
  const [num, den] = asked.atLeast
  const need = Math.ceil((demand.base * num) / den)
  return [
    {
      ...atLeast('demand-signed', demand.have, Math.max(1, need), { of: demand.of }),
      of: demand.base,
      cite: asked.cite,
    },
  ]
}

/** Called in time, by the right body, with the members that the law composes it of, for the newest draft. */
const convokes: Gate<DecisionStage> = (stage, ask) => {
  const data = dataOf(ask, 'meeting.convened')
  if (!data) {
    const law = lawOn(stage, ask.on)
    return [
      has('meeting-called', false, { body: stage.body, daysBefore: noticeDays(law), lawOf: citeOf(law) }),
      ...mayDecide(stage, ask),
    ]
  }
  const law = lawOn(stage, data.sentOn)
  const notice = law.flatMap((provision) =>
    provision.convocation ? [{ ...provision.convocation, cite: provision.cite }] : [],
  )
  const conveners = law.flatMap((provision) => provision.convenes ?? [])
  const presiding = law.flatMap((provision) => provision.presides ?? [])
  const urgent = data.emergency !== undefined
  const composition = compositionRule(law)
  const { people, groups } = frozen(data)
  const count = countOf(stage, people, groups)
  return [
    has('law-in-force', law.length > 0, { body: stage.body, day: data.sentOn }),
    has('right-body', data.body === stage.body && data.mode === stage.mode, { body: stage.body }),
    has('newest-draft-announced', data.draft === ask.facts.draft?.n, { newest: ask.facts.draft?.n ?? 0 }),
    has('convener', conveners.length === 0 || conveners.includes(data.convenedBy), { convenes: conveners }),
    ...(presiding.length === 0
      ? []
      : [
          has('presider', data.presidesAs !== undefined && presiding.includes(data.presidesAs), {
            presides: presiding,
          }),
        ]),
    ...demandedEnough(law, data),
    ...(urgent
      ? [
          has('emergency-decided', data.emergencyBy !== undefined && conveners.includes(data.emergencyBy), {
            convenes: conveners,
          }),
        ]
      : []),
    ...(notice.length === 0 ? [daysAhead(data, 0)] : []),
    ...notice.flatMap((n) => {
      const relaxed = n.emergency === true && urgent
      return [
        { ...daysAhead(data, relaxed ? 0 : n.daysBefore), cite: n.cite },
        ...(n.written ? [{ ...has('convocation-written', data.written), cite: n.cite }] : []),
        ...(n.posted ? [{ ...has('convocation-posted', data.posted), cite: n.cite }] : []),
      ]
    }),
    ...(composition ? judgedByLaw('composition', law, compositionRule, count) : []),
    ...mayDecide(stage, ask),
  ]
}

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
    has('roll-as-frozen', data.roll === meeting?.roll && onFrozenRoll(data, meeting)),
    has('motion-admitted', stage.motions.includes(data.motion), { motion: data.motion }),
    has('newest-draft-put', bound, { newest: draft?.n ?? 0 }),
    ...(data.motion === 'agree'
      ? [has('announced-draft-put', data.draft === meeting?.draft, { announced: meeting?.draft ?? 0 })]
      : []),
    ...(amended
      ? [has('draft-amended-here', data.draft > (meeting?.draft ?? data.draft), { announced: meeting?.draft ?? 0 })]
      : []),
    has('put-again-with-reason', !undecided(facts, stage.id, data.motion, data.draft) || data.again !== undefined),
    ...quorumGrounds(stage, data, on),
    ...mayDecide(stage, ask),
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
  const quorum = quorumGrounds(stage, data, ask.on)
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
    ...verdictOf(stage, ballot.motion, data, ask.on).grounds,
  ]
}

const fails: Gate<DecisionStage> = (stage, ask) => {
  const data = dataOf(ask, 'ballot.closed')
  const { ballot } = ask.facts
  if (!data || !ballot) return [has('ballot-open', ballot !== undefined)]
  return [
    has('this-ballot-open', data.ballot === ballot.ballot),
    tallyFits(data, ballot),
    has('not-carried', !verdictOf(stage, ballot.motion, data, ask.on).met),
  ]
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
  'plan.changed': planChanged,
  'decision.refers': refers,
}
