import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { bodyKinds } from '../../../workflows/law/provision.ts'
import { sealText } from '../../record/texts.ts'
import { command } from './command.ts'
import { day, id, notYet, text } from './inputs.ts'

/** Writes the next revision. The number is given by the engine; ballots bind to the text's commitment. */
export const writeDraft = command({
  kind: 'draft.written',
  by: ['clerk'],
  input: z.strictObject({
    text,
    change: z.enum(['first', 'substance', 'wording']),
    follows: z.array(id).max(500).default([]),
    leaves: z.array(id).max(500).default([]),
    explanation: text.optional(),
  }),
  put: (input, { held }) => {
    const body = sealText(input.text)
    const why = input.explanation === undefined ? undefined : sealText(input.explanation)
    return {
      data: {
        n: (held.case.facts.draft?.n ?? 0) + 1,
        text: body.commitment,
        change: input.change,
        follows: input.follows,
        leaves: input.leaves,
        ...(why ? { explanation: why.commitment } : {}),
      },
      texts: why ? [body, why] : [body],
    }
  },
  project: async ({ data }, { tx, community, held }) => {
    await tx.execute(sql`
      insert into draft (community, proposal, n, text, change, written_at)
      values (${community}, ${held.proposal}, ${data.n}, ${data.text}, ${data.change}, ${held.chain.at.toISOString()}::timestamptz)`)
  },
})

export const approveDraft = command({
  kind: 'draft.approved',
  by: ['clerk'],
  input: z.strictObject({ n: z.int().min(1), by: z.enum(bodyKinds), approvedOn: day }),
  put: (data, { today }) => notYet(today, data.approvedOn) ?? { data },
  project: async ({ data }, { tx, community, held }) => {
    await tx.execute(sql`
      update draft set approved_by = ${data.by}
      where community = ${community} and proposal = ${held.proposal} and n = ${data.n}`)
  },
})

/** 勘误: a slip of the pen in the draft that hangs; its number stays, and the supervision committee confirms it. */
export const correctDraft = command({
  kind: 'draft.corrected',
  by: ['clerk'],
  input: z.strictObject({ n: z.int().min(1), text, reason: text }),
  put: ({ n, text, reason }, { held }) => {
    const corrected = sealText(text)
    const why = sealText(reason)
    const was = held.case.facts.draft?.text ?? corrected.commitment
    return { data: { n, text: corrected.commitment, was, reason: why.commitment }, texts: [corrected, why] }
  },
  project: async ({ data }, { tx, community, held }) => {
    await tx.execute(sql`
      update draft set text = ${data.text} where community = ${community} and proposal = ${held.proposal} and n = ${data.n}`)
  },
})

export const closeDrafting = command({
  kind: 'drafting.closed',
  by: ['clerk'],
  input: z.strictObject({}),
  put: () => ({ data: {} }),
})
