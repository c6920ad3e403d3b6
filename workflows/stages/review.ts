import { type Around, atLeast, type Gate, has, type Step } from './gate.ts'
import type { ReviewStage } from './stage.ts'

export const reviewSteps = (stage: ReviewStage, { next }: Around): readonly Step[] => [
  {
    id: 'open',
    tags: ['opinions', 'drafts'],
    ways: [
      { on: 'review.closed', gate: 'review.passes', to: next },
      { on: 'review.sent-back', gate: 'review.changed', to: { stage: stage.changes } },
      { on: 'review.found-unlawful', gate: 'review.unlawful', to: { end: 'unlawful' } },
    ],
  },
]

/** Every discipline asked passes the newest draft, and that draft is the one that hung. */
const passes: Gate<ReviewStage> = (stage, { facts }) => [
  ...stage.disciplines.map((discipline) => {
    const opinion = facts.opinions.get(discipline)
    const current = opinion?.draft === facts.draft?.n
    return has('opinion-passes', current && opinion?.answer === 'pass', {
      discipline,
      answer: opinion && current ? opinion.answer : 'none',
    })
  }),
  has('posted-draft-reviewed', facts.postedDraft === facts.draft?.n, {
    posted: facts.postedDraft,
    newest: facts.draft?.n ?? 0,
  }),
]

const objections = (ask: Parameters<Gate<ReviewStage>>[1], answers: readonly string[]): number =>
  [...ask.facts.opinions.values()].filter((opinion) => answers.includes(opinion.answer)).length

/** An expert asked for changes, and a newer draft than the one reviewed is there: it is posted anew. */
const changed: Gate<ReviewStage> = (_stage, ask) => [
  atLeast('changes-asked', objections(ask, ['changes', 'unlawful']), 1),
  has('draft-changed-since-posting', (ask.facts.draft?.n ?? 0) > ask.facts.postedDraft, {
    newest: ask.facts.draft?.n ?? 0,
  }),
]

const unlawful: Gate<ReviewStage> = (_stage, ask) => [atLeast('found-unlawful', objections(ask, ['unlawful']), 1)]

export const reviewGates = { 'review.passes': passes, 'review.changed': changed, 'review.unlawful': unlawful }
