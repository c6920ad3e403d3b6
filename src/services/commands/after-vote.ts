import { z } from 'zod'
import { sealText } from '../../record/texts.ts'
import { command } from './command.ts'
import { day, files, notYet, text } from './inputs.ts'

/** What follows a ballot that carried nothing, and what follows the decision. */

const withReason = <K extends 'decision.sent-back' | 'decision.concluded'>(kind: K) =>
  command({
    kind,
    by: ['clerk'],
    input: z.strictObject({ reason: text }),
    put: ({ reason }) => {
      const sealed = sealText(reason)
      return { data: { reason: sealed.commitment } as never, texts: [sealed] }
    },
  })

export const sendBackToChange = withReason('decision.sent-back')
export const concludeWithoutAdoption = withReason('decision.concluded')

export const resumeDecision = command({
  kind: 'decision.resumed',
  by: ['clerk'],
  input: z.strictObject({}),
  put: () => ({ data: {} }),
})

export const reportProgress = command({
  kind: 'progress.reported',
  by: ['clerk'],
  input: z.strictObject({ percent: z.int().min(0).max(100), reportedOn: day, text, files }),
  put: ({ text, ...rest }, { today }) => {
    const future = notYet(today, rest.reportedOn)
    if (future) return future
    const sealed = sealText(text)
    return { data: { ...rest, text: sealed.commitment }, texts: [sealed] }
  },
})

export const completeImplementation = command({
  kind: 'implementation.completed',
  by: ['clerk'],
  input: z.strictObject({}),
  put: () => ({ data: {} }),
})

/** A resident rates what was done, once, from 1 to 5. */
export const rate = command({
  kind: 'rating.given',
  by: ['resident'],
  input: z.strictObject({ score: z.int().min(1).max(5) }),
  put: ({ score }, { rights }) => {
    if (rights.person === undefined) return { code: 'forbidden', needs: ['resident'] }
    const sealed = sealText(String(score))
    return { data: { person: rights.person, score: sealed.commitment }, texts: [sealed] }
  },
})

export const closeEvaluation = command({
  kind: 'evaluation.closed',
  by: ['clerk'],
  input: z.strictObject({}),
  put: () => ({ data: {} }),
})
