import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { word } from '../../../workflows/format/catalogue.ts'
import { bodyKinds } from '../../../workflows/law/provision.ts'
import { sealText } from '../../record/texts.ts'
import { command } from './command.ts'
import { day, notYet, text } from './inputs.ts'

export const holdTalk = command({
  kind: 'talk.held',
  by: ['clerk'],
  input: z.strictObject({
    heldOn: day,
    convenedBy: z.enum(bodyKinds),
    heard: z.array(word).min(1).max(30),
    people: z.int().min(1).max(100_000),
    minutes: text,
  }),
  put: ({ minutes, ...rest }, { today }) => {
    const future = notYet(today, rest.heldOn)
    if (future) return future
    const sealed = sealText(minutes)
    return { data: { ...rest, minutes: sealed.commitment }, texts: [sealed] }
  },
})

export const noteAdvice = command({
  kind: 'advice.noted',
  by: ['clerk'],
  input: z.strictObject({ text }),
  put: ({ text }) => {
    const sealed = sealText(text)
    return { data: { advice: uuidv7(), text: sealed.commitment }, texts: [sealed] }
  },
})

export const closeConsultation = command({
  kind: 'consultation.closed',
  by: ['clerk'],
  input: z.strictObject({}),
  put: () => ({ data: {} }),
})
