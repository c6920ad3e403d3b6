import { approvalFor, filingFor } from '../law/matters.ts'
import { type Around, dataOf, type Gate, has, type Step } from './gate.ts'
import { answered, hungItsDays, termStated } from './posting.ts'
import type { PublicationStage } from './stage.ts'

export const publicationSteps = (_stage: PublicationStage, { next }: Around): readonly Step[] => [
  { id: 'waiting', tags: [], ways: [{ on: 'publication.opened', gate: 'publication.opens', to: { step: 'posted' } }] },
  {
    id: 'posted',
    tags: ['comments', 'evidence'],
    ways: [{ on: 'publication.closed', gate: 'publication.done', to: next }],
  },
]

const opens: Gate<PublicationStage> = (stage, ask) => {
  const data = dataOf(ask, 'publication.opened')
  return data ? termStated(data, ask.on, stage.days) : []
}

/** The days have run, it was seen to hang, objections are answered, and the filing is on file where the matter asks it. */
const done: Gate<PublicationStage> = (stage, { facts, on }) => {
  const approval = stage.filing && facts.matter !== undefined ? approvalFor(facts.matter, on) : undefined
  const filing = stage.filing && facts.matter !== undefined ? filingFor(facts.matter, on) : undefined
  return [
    hungItsDays(facts, on),
    has('posting-evidenced', (facts.posting?.evidence ?? 0) > 0),
    answered(facts),
    ...(approval
      ? [
          {
            ...has('approved', facts.approvals.findLast((a) => a.by === approval.by)?.approved === true, {
              by: approval.by,
            }),
            cite: approval.cite,
          },
        ]
      : []),
    ...(filing
      ? [
          {
            ...has(
              'filed',
              facts.filings.some((f) => f.with === filing.with && f.filedOn <= on),
              { with: filing.with },
            ),
            cite: filing.cite,
          },
        ]
      : []),
  ]
}

export const publicationGates = { 'publication.opens': opens, 'publication.done': done }
