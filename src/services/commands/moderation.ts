import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { moderationReasons } from '../../../workflows/format/catalogue.ts'
import { offices } from '../../../workflows/law/matter.ts'
import { sealText } from '../../record/texts.ts'
import { command, type Desk } from './command.ts'
import { id, text } from './inputs.ts'

const isObjection = ({ held }: Desk, comment: string): boolean =>
  held.case.facts.comments.get(comment)?.objection === true

/** 不予登载: a comment is kept back for one of the published reasons; an objection only by the supervision committee. */
export const moderateComment = command({
  kind: 'comment.moderated',
  by: ['clerk', 'supervisor'],
  input: z.strictObject({ comment: id, reason: z.enum(moderationReasons) }),
  put: (data, desk) =>
    isObjection(desk, data.comment) && !desk.rights.roles.has('supervisor')
      ? { code: 'forbidden', needs: ['supervisor'] }
      : { data },
  project: async ({ data }, { tx, community }) => {
    await tx.execute(sql`
      update comment set admitted = false, kept_back = ${data.reason} where community = ${community} and id = ${data.comment}`)
  },
})

/** A comment kept back is admitted again, with the reason. */
export const readmitComment = command({
  kind: 'comment.readmitted',
  by: ['clerk', 'supervisor'],
  input: z.strictObject({ comment: id, reason: text }),
  put: ({ comment, reason }) => {
    const sealed = sealText(reason)
    return { data: { comment, reason: sealed.commitment }, texts: [sealed] }
  },
  project: async ({ data }, { tx, community }) => {
    await tx.execute(sql`
      update comment set admitted = true, kept_back = null where community = ${community} and id = ${data.comment}`)
  },
})

/** The objector, or the clerk for them, takes an objection to the office above: past its term, or once turned down. */
export const escalateObjection = command({
  kind: 'objection.escalated',
  by: ['resident', 'clerk'],
  input: z.strictObject({ comment: id, to: z.enum(offices), reason: text }),
  put: async ({ comment, to, reason }, { tx, community, rights }) => {
    const [own] = await tx.execute(sql`
      select 1 from comment where community = ${community} and id = ${comment} and author = ${rights.person ?? null}::uuid`)
    if (!own && !rights.roles.has('clerk')) return { code: 'forbidden', needs: ['objector', 'clerk'] }
    const sealed = sealText(reason)
    return { data: { comment, to, reason: sealed.commitment }, texts: [sealed] }
  },
  project: async ({ data }, { tx, community }) => {
    await tx.execute(sql`
      update comment set escalated = ${data.to}, upheld = null where community = ${community} and id = ${data.comment}`)
  },
})
