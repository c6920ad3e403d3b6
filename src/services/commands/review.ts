import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { word } from '../../../workflows/format/catalogue.ts'
import { sealText } from '../../record/texts.ts'
import { command } from './command.ts'
import { text } from './inputs.ts'

/** An expert's opinion on the newest draft, in a discipline that is theirs. */
export const giveOpinion = command({
  kind: 'opinion.given',
  by: ['expert'],
  input: z.strictObject({
    discipline: word,
    draft: z.int().min(1),
    answer: z.enum(['pass', 'changes', 'unlawful']),
    grounds: text,
  }),
  put: ({ grounds, ...rest }, { rights }) => {
    if (!rights.disciplines.has(rest.discipline)) return { code: 'forbidden', needs: [`expert:${rest.discipline}`] }
    const sealed = sealText(grounds)
    return { data: { opinion: uuidv7(), expert: rights.account, ...rest, grounds: sealed.commitment }, texts: [sealed] }
  },
})

const bare = <K extends 'review.closed' | 'review.sent-back' | 'review.found-unlawful'>(kind: K) =>
  command({ kind, by: ['clerk'], input: z.strictObject({}), put: () => ({ data: {} }) as never })

export const closeReview = bare('review.closed')
export const sendBackOnReview = bare('review.sent-back')
export const findUnlawful = bare('review.found-unlawful')
