import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { sealText } from '../../record/texts.ts'
import { command } from './command.ts'
import { text } from './inputs.ts'

/** 监督意见: the supervision committee's opinion on the stage that the case is in, or ended in; it is published, and vetoes nothing. */
export const giveSupervision = command({
  kind: 'supervision.opined',
  by: ['supervisor'],
  input: z.strictObject({ concern: z.enum(['none', 'concern', 'objection']), text }),
  put: ({ concern, text }, { held }) => {
    const sealed = sealText(text)
    const { stage } = held.case.facts
    return { data: { opinion: uuidv7(), stage, concern, text: sealed.commitment }, texts: [sealed] }
  },
})
