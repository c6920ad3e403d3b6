import type { Facts } from '../facts.ts'
import type { DataOf, Motion } from '../format/catalogue.ts'
import { compositionRule, noticeDays, participationRule, passRule, provisionsOn, quorumRule } from '../law/in-force.ts'
import { needsPartyDiscussion } from '../law/matters.ts'
import type { BodyKind, Provision } from '../law/provision.ts'
import { type Day, dayOf, daysBetween } from '../rules/days.ts'
import { judge } from '../rules/judge.ts'
import type { Count, Group, Quantity, Rule, Tallies } from '../rules/types.ts'
import { type Around, type Ask, atLeast, dataOf, type Gate, type GateGround, has, type Step, type To } from './gate.ts'
import { competent } from './intake.ts'
import type { DecisionStage, ElectionStage } from './stage.ts'
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
      : undefined

/** A stage for which a body is called. */
type CalledStage = DecisionStage | ElectionStage

/** The law on this body as it stands on a day, with the province's additions. */
export const lawOn = (stage: CalledStage, day: Day, matter?: string): readonly Provision[] =>
  provisionsOn(stage.law, {
    body: stage.body,
    day,
    ...(matter === undefined ? {} : { matter }),
    ...(stage.mode ? { mode: stage.mode } : {}),
    ...(jurisdictionOf(stage) ? { jurisdiction: jurisdictionOf(stage) } : {}),
  })

const jurisdictionOf = (stage: CalledStage): string | undefined =>
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
type Measured<T> = { readonly area?: T | undefined; readonly represented?: T | undefined }

/** Who is entitled and who came: heads, each group of the roll, and whatever else is weighed. */
export interface Shares {
  readonly people: Share
  readonly groups: Readonly<Record<string, Share>>
  readonly measures?: Measured<Share> | undefined
}

/** A count as a ballot's close states it. */
export type Counted = Pick<DataOf<'ballot.closed'>, 'people' | 'groups' | 'measures'>

/** True where a whole, each of its groups and each measure stand at the same number on both sides. */
const sameOf = (number: keyof Share, a: Shares, b: Shares): boolean =>
  a.people[number] === b.people[number] &&
  Object.keys(a.groups).length === Object.keys(b.groups).length &&
  Object.entries(a.groups).every(([group, share]) => share[number] === b.groups[group]?.[number]) &&
  a.measures?.area?.[number] === b.measures?.area?.[number] &&
  a.measures?.represented?.[number] === b.measures?.represented?.[number]

/** The roll as it was frozen when the meeting was called: nobody is present yet. */
const frozen = ({
  entitled,
  groups,
  measures,
}: Pick<DataOf<'meeting.convened'>, 'entitled' | 'groups' | 'measures'>): Shares => {
  const none = (n: number): Share => ({ entitled: n, present: 0 })
  const { area, represented } = measures ?? {}
  return {
    people: none(entitled),
    groups: Object.fromEntries(Object.entries(groups).map(([group, n]) => [group, none(n)])),
    ...(measures
      ? {
          measures: {
            ...(area === undefined ? {} : { area: none(area) }),
            ...(represented === undefined ? {} : { represented: none(represented) }),
          },
        }
      : {}),
  }
}

const onFrozenRoll = (at: Shares, meeting: Facts['meeting']): boolean =>
  meeting !== undefined && sameOf('entitled', at, frozen(meeting))

/** The roll of a ballot is the frozen one; where the law takes the recused out of the base, without them. */
const ballotOnRoll = (data: DataOf<'ballot.opened'>, meeting: Facts['meeting']): boolean =>
  data.recusal === undefined
    ? onFrozenRoll(data, meeting)
    : meeting !== undefined && data.people.entitled + (data.recused?.length ?? 0) === meeting.entitled

/** The tally is of the roll and of those present that the ballot was opened with. */
const tallyFits = (closed: Shares, opened: Shares): GateGround =>
  has('tally-of-this-roll', sameOf('entitled', closed, opened) && sameOf('present', closed, opened))

type Part = Share & { readonly [Q in Exclude<keyof Tallies, keyof Share>]?: number | undefined }
interface Counting {
  readonly people: Part
  readonly groups: Readonly<Record<string, Part>>
  readonly measures?: Measured<Part> | undefined
}

const fullOf = ({ issued, returned, ...part }: Part): Tallies => ({
  ...nothing,
  ...(part as Share & Partial<Tallies>),
  ...(issued === undefined ? {} : { issued }),
  ...(returned === undefined ? {} : { returned }),
})

/** Builds the count that rules are judged on. In household mode each head on the roll stands for one household. */
export const countOf = (stage: Pick<CalledStage, 'mode'>, { people, groups, measures = {} }: Counting): Count => {
  const whole = fullOf(people)
  const { area, represented } = measures
  return {
    people: whole,
    ...(stage.mode === 'households' ? { households: whole } : {}),
    ...(area ? { area: fullOf(area) } : {}),
    ...(represented ? { represented: fullOf(represented) } : {}),
    among: Object.fromEntries(Object.entries(groups).map(([group, tallies]) => [group, fullOf(tallies)])),
  }
}

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

/** The verdict on a motion: everything that it must meet, with the numbers. */
export const verdictOf = (
  stage: DecisionStage,
  motion: Motion,
  closed: Counted,
  day: Day,
  matter?: string,
): { readonly met: boolean; readonly grounds: readonly GateGround[] } => {
  const count = countOf(stage, closed)
  const grounds = [
    has('law-in-force', passRule(lawOn(stage, day, matter)) !== undefined, { body: stage.body, day }),
    ...passParts(stage, motion, day, matter).flatMap(({ code, rule, cite }) => judged(code, rule, count, cite)),
  ]
  return { met: grounds.every((ground) => ground.met), grounds }
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

/** For a deciding body: competent on the day, authorised where it decides by delegation, the party organisation heard. */
export const mayDecide = (stage: CalledStage, ask: Ask): readonly GateGround[] => {
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
const convokes: Gate<CalledStage> = (stage, ask) => {
  const data = dataOf(ask, 'meeting.convened')
  if (!data) {
    const law = lawOn(stage, ask.on, ask.facts.matter)
    return [
      has('meeting-called', false, { body: stage.body, daysBefore: noticeDays(law), lawOf: citeOf(law) }),
      ...mayDecide(stage, ask),
    ]
  }
  const law = lawOn(stage, data.sentOn, ask.facts.matter)
  const notice = law.flatMap((provision) =>
    provision.convocation ? [{ ...provision.convocation, cite: provision.cite }] : [],
  )
  const conveners = law.flatMap((provision) => provision.convenes ?? [])
  const presiding = law.flatMap((provision) => provision.presides ?? [])
  const urgent = data.emergency !== undefined
  const composition = compositionRule(law)
  const count = countOf(stage, frozen(data))
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
    ...(stage.kind === 'decision' && stage.demanded ? [has('demand-behind-it', data.demand !== undefined)] : []),
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
  const weighed = data.measures !== undefined && voting !== 'recorded'
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
