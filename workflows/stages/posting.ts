import type { Facts } from '../facts.ts'
import type { DataOf } from '../format/catalogue.ts'
import { type Day, daysBetween, lastDay } from '../rules/days.ts'
import { type Around, atLeast, dataOf, type Gate, type GateGround, has, noneLeft, type Step } from './gate.ts'
import type { PostingStage } from './stage.ts'

export const postingSteps = (stage: PostingStage, { next }: Around): readonly Step[] => [
  { id: 'waiting', tags: [], ways: [{ on: 'posting.opened', gate: 'posting.opens', to: { step: 'posted' } }] },
  {
    id: 'posted',
    tags: ['comments', 'evidence'],
    ways: [
      { on: 'posting.closed', gate: 'posting.done', to: next },
      { on: 'posting.sent-back', gate: 'posting.objected', to: { stage: stage.upheldObjection } },
    ],
  },
]

/** The term stated on a posting is the one that its days give: the first day not counted, an expiry on a rest day moved. */
export const termStated = (
  term: Pick<DataOf<'posting.opened'>, 'from' | 'days' | 'counted' | 'lastDay' | 'calendar'>,
  on: Day,
  need: number,
): readonly GateGround[] => {
  const reckoned = lastDay(term.from, term.days, term.counted, term.calendar)
  return [
    atLeast('posting-days', term.days, need),
    has('posting-starts-today', term.from === on, { from: term.from, today: on }),
    has('posting-term-right', reckoned.ok && reckoned.value === term.lastDay, {
      stated: term.lastDay,
      reckoned: reckoned.ok ? reckoned.value : reckoned.refusal.code,
    }),
  ]
}

/** The posting's last day is over. */
export const hungItsDays = (facts: Facts, on: Day): GateGround => {
  const last = facts.posting?.lastDay
  return has('posting-days-run', last !== undefined && on > last, {
    today: on,
    ...(last === undefined ? {} : { lastDay: last, daysLeft: Math.max(0, daysBetween(on, last) + 1) }),
  })
}

/** Every comment in time is answered; comments after the last day do not hold the case up. */
export const answered = (facts: Facts): GateGround =>
  noneLeft(
    'comments-unanswered',
    [...facts.comments.values()].filter((c) => c.timely && c.admitted && !c.answered).length,
    {
      received: facts.comments.size,
    },
  )

/** What guests sent is decided on, each; it is held outside the record until then, so that a service counts it. */
export const guestsDecided = (held: number): GateGround => noneLeft('guest-comments-held', held)

const opens: Gate<PostingStage> = (stage, ask) => {
  const data = dataOf(ask, 'posting.opened')
  const { facts } = ask
  return [
    has('draft-written', facts.draft !== undefined),
    ...(data
      ? [
          has('newest-draft-posted', data.draft === facts.draft?.n, { newest: facts.draft?.n ?? 0 }),
          has('posting-days-as-adopted', data.counted === stage.counted, { counted: stage.counted }),
          ...termStated(data, ask.on, stage.days),
        ]
      : []),
  ]
}

const done: Gate<PostingStage> = (_stage, { facts, on }) => [
  hungItsDays(facts, on),
  has('posting-evidenced', (facts.posting?.evidence ?? 0) > 0),
  has('text-unchanged', facts.posting?.draft === facts.draft?.n),
  answered(facts),
  noneLeft(
    'objections-undecided',
    [...facts.comments.values()].filter((c) => c.objection && c.timely && c.admitted && c.upheld === undefined).length,
  ),
  noneLeft('objections-upheld', upheld(facts).filter((c) => c.timely).length),
]

const upheld = (facts: Facts) => [...facts.comments.values()].filter((c) => c.upheld === true)

/** An objection that came late may still be heeded; it does not have to be. */
const objected: Gate<PostingStage> = (_stage, { facts }) => [atLeast('objection-upheld', upheld(facts).length, 1)]

export const postingGates = { 'posting.opens': opens, 'posting.done': done, 'posting.objected': objected }
