import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { word } from '../../../workflows/format/catalogue.ts'
import { sealText } from '../../record/texts.ts'
import { command } from './command.ts'
import { text } from './inputs.ts'

/**
 * 监督意见: the supervision committee's opinion on a stage of the case, and on a draft where one is meant; on the stage that the
 * case is in, or ended in, where none is named. It is published, and vetoes nothing.
 */
export const giveSupervision = command({
  kind: 'supervision.opined',
  by: ['supervisor'],
  input: z.strictObject({
    stage: word.optional(),
    draft: z.int().min(1).optional(),
    concern: z.enum(['none', 'concern', 'objection']),
    text,
  }),
  put: ({ stage, draft, concern, text }, { held }) => {
    const sealed = sealText(text)
    const data = {
      opinion: uuidv7(),
      stage: stage ?? held.case.facts.stage,
      concern,
      text: sealed.commitment,
      ...(draft === undefined ? {} : { draft }),
    }
    return { data, texts: [sealed] }
  },
})
