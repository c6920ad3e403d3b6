import { passRule } from '../law/in-force.ts'
import type { Provision } from '../law/provision.ts'
import type { Election, ElectionGround } from '../rules/elect.ts'
import { mayDecide } from './calling.ts'
import {
  type Around,
  type Ask,
  atLeast,
  dataOf,
  exactly,
  type Gate,
  type GateGround,
  has,
  noneLeft,
  type Step,
} from './gate.ts'
import { lawOn } from './law-on.ts'
import {
  dueOffices,
  electedOf,
  electionOf,
  isInvalid,
  isVoid,
  officesAfter,
  outcomeOf,
  seatsLeftIn,
} from './polling.ts'
import type { ElectionStage } from './stage.ts'

export const electionSteps = (_stage: ElectionStage, { next }: Around): readonly Step[] => {
  const convene = { on: 'meeting.convened', gate: 'meeting.convokes', to: { step: 'called' } } as const
  const open = { on: 'poll.opened', gate: 'poll.opens', to: { step: 'polling' } } as const
  const conclude = [
    { on: 'election.concluded', gate: 'election.concludes', to: next },
    { on: 'election.concluded', gate: 'election.fails', to: { end: 'rejected' } },
  ] as const
  return [
    { id: 'calling', tags: ['candidates'], ways: [convene] },
    {
      id: 'called',
      tags: ['candidates', 'rolls'],
      ways: [open, { on: 'meeting.postponed', gate: 'free', to: { step: 'calling' } }],
    },
    {
      id: 'polling',
      tags: ['polls'],
      ways: [
        { on: 'poll.closed', gate: 'poll.fills', to: next },
        { on: 'poll.closed', gate: 'poll.leaves', to: { step: 'unfilled' } },
        { on: 'poll.closed', gate: 'poll.invalid', to: { step: 'invalid' }, counts: true },
        { on: 'poll.closed', gate: 'poll.invalid-for-good', to: { end: 'abandoned-without-quorum' }, counts: true },
      ],
    },
    // Too few voted: called anew.
    { id: 'invalid', tags: ['candidates'], ways: [convene, ...conclude] },
    // 另行选举: on the roll of the same meeting, adjourned if need be, or called anew.
    { id: 'unfilled', tags: ['candidates', 'rolls'], ways: [open, convene, ...conclude] },
  ]
}

const citeOf = (law: readonly Provision[]): string => law.map(({ cite }) => cite).join(';')

/** The day has come, and every office to be filled is on the paper with more candidates than seats. */
const opens: Gate<ElectionStage> = (stage, ask) => {
  const data = dataOf(ask, 'poll.opened')
  const { facts, on } = ask
  const { meeting } = facts
  const law = lawOn(stage, on, facts.matter)
  const due = dueOffices(electionOf(facts.election, stage))
  return [
    has('meeting-day', meeting !== undefined && on >= meeting.on, {
      today: on,
      ...(meeting ? { on: meeting.on } : {}),
    }),
    has('law-in-force', passRule(law) !== undefined, { body: stage.body, day: on }),
    ...Object.entries(due).map(([office, { seats, candidates, round }]) =>
      round === 'first'
        ? { ...atLeast('candidates-beyond-seats', candidates.length, seats + 1, { office, seats }), cite: citeOf(law) }
        : atLeast('candidates-left', candidates.length, 1, { office }),
    ),
    ...(data
      ? [
          has('meeting-convened-for-this', data.meeting === meeting?.meeting),
          has('roll-as-frozen', data.roll === meeting?.roll && data.entitled === meeting.entitled),
          has('offices-as-due', sameOffices(data.offices, due)),
        ]
      : []),
    ...mayDecide(stage, ask),
  ]
}

const sameOffices = (a: ReturnType<typeof dueOffices>, b: ReturnType<typeof dueOffices>): boolean =>
  lines(a).join('\n') === lines(b).join('\n')

const lines = (offices: ReturnType<typeof dueOffices>): readonly string[] =>
  Object.entries(offices)
    .map(([office, { seats, candidates, round }]) => [office, seats, round, ...candidates].join(' '))
    .sort()

/** A counted poll, whatever it came to. */
interface Counted {
  readonly outcome: ReadonlyMap<string, Election>
  /** The seats that it leaves to be filled. */
  readonly seatsLeft: number
  /** How many are elected, in this poll or before it. */
  readonly elected: number
}

const countedIn = (stage: ElectionStage, { facts, on }: Ask): Counted | undefined => {
  const election = electionOf(facts.election, stage)
  const outcome = outcomeOf(election, lawOn(stage, on, facts.matter), stage)
  if (!outcome) return undefined
  const offices = officesAfter(election, outcome)
  return {
    outcome,
    seatsLeft: seatsLeftIn(offices),
    elected: [...offices.values()].reduce((sum, { elected }) => sum + elected.length, 0),
  }
}

/** As many papers are said to have been given out as the record gave out. */
const papersGrounds = (ask: Ask): readonly GateGround[] => {
  const data = dataOf(ask, 'poll.closed')
  const poll = ask.facts.election?.poll
  const tallies = Object.entries(poll?.tally?.offices ?? {})
  return [
    ...(data ? [has('this-poll-open', data.poll === poll?.poll)] : []),
    ...tallies.map(([office, { issued }]) => ({
      ...exactly('papers-issued', issued, poll?.papers.size ?? 0),
      detail: { office },
    })),
  ]
}

type Judged = (counted: Counted, ask: Ask, stage: ElectionStage) => readonly GateGround[]

/** A gate on what a counted poll came to. */
const cameTo =
  (judged: Judged): Gate<ElectionStage> =>
  (stage, ask) => {
    const done = countedIn(stage, ask)
    return [...papersGrounds(ask), ...(done ? judged(done, ask, stage) : [has('papers-tallied', false)])]
  }

const fills = cameTo(({ outcome, seatsLeft }) => [
  ...pollGrounds(outcome).filter(({ code, met }) => code !== 'winner-floor' || met),
  noneLeft('seats-left', seatsLeft),
])

const leaves = cameTo(({ outcome, seatsLeft }) => [
  has('enough-voted', !isInvalid(outcome)),
  atLeast('seats-open', seatsLeft, 1),
])

const tooFew = ({ outcome }: Counted): GateGround => has('too-few-voted', isInvalid(outcome))

/** Too few voted: the voters are called again. Where somebody is elected already, that is never given up. */
const invalid = cameTo((done, { missed }, { calls }) => [
  tooFew(done),
  has('calls-left', missed + 1 < calls || done.elected > 0, { missed: missed + 1, calls }),
])

const invalidForGood = cameTo((done, { missed }, { calls }) => [
  tooFew(done),
  atLeast('calls-spent', missed + 1, calls),
  noneLeft('elected-already', done.elected),
])

/** Seats stay vacant only after they were put again (另行选举) in vain. */
const putAgain = (stage: ElectionStage, { facts }: Ask): GateGround => {
  const open = [...electionOf(facts.election, stage).offices.values()].filter(({ seatsLeft }) => seatsLeft > 0)
  return atLeast('put-again-in-vain', Math.min(...open.map(({ held }) => held)), 2)
}

const concludes: Gate<ElectionStage> = (stage, ask) => [
  putAgain(stage, ask),
  atLeast('somebody-elected', electedOf(electionOf(ask.facts.election, stage)).length, 1),
]

const fails: Gate<ElectionStage> = (stage, ask) => [
  putAgain(stage, ask),
  noneLeft('elected-already', electedOf(electionOf(ask.facts.election, stage)).length),
]

/** The grounds of a counted poll, office by office, as a gate tells them. */
const pollGrounds = (outcome: ReadonlyMap<string, Election>): readonly GateGround[] =>
  [...outcome].flatMap(([office, { grounds }]) =>
    grounds.map(({ candidate, ...ground }: ElectionGround) => ({
      ...ground,
      detail: { office, ...(candidate === undefined ? {} : { candidate }) },
    })),
  )

/** What a closed poll came to, office by office. */
export interface PollResult {
  readonly voided: boolean
  readonly offices: Readonly<Record<string, Omit<Election, 'grounds'>>>
  readonly grounds: readonly GateGround[]
}

export const resultOf = (outcome: ReadonlyMap<string, Election>): PollResult => ({
  voided: isVoid(outcome),
  offices: Object.fromEntries([...outcome].map(([office, { grounds: _, ...came }]) => [office, came])),
  grounds: pollGrounds(outcome),
})

export const electionGates = {
  'poll.opens': opens,
  'poll.fills': fills,
  'poll.leaves': leaves,
  'poll.invalid': invalid,
  'poll.invalid-for-good': invalidForGood,
  'election.concludes': concludes,
  'election.fails': fails,
}
