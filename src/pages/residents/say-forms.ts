import { z } from 'zod'
import { ok, type Result } from '../../../workflows/result.ts'
import { sendComment } from '../../services/comments.ts'
import { sendGuestComment } from '../../services/guest-comments.ts'
import type { Refusal } from '../../services/refusal.ts'
import { signIn } from '../../services/sessions.ts'
import { guestComment } from '../../services/views/guest-comments.ts'
import { commentFields, photoSent } from '../components/comment-form.tsx'
import { type Asked, type Form, formsOn, type inCommunity } from '../page.ts'

const received = z.object({ comment: z.uuid() })

/** The forms that stand wherever somebody may comment: a slip's, the comment's, a guest's, and a guest's code. */
export const sayForms = <P extends typeof inCommunity, Q extends z.ZodObject>(
  params: P,
  query: Q,
  proposalOf: (asked: Asked<z.output<P>, z.output<Q>>) => Promise<Result<string, Refusal>>,
): Readonly<Record<'slip' | 'comment' | 'guest' | 'follow', Form<z.output<P>, z.output<Q>>>> => {
  const form = formsOn(params, query)
  return {
    slip: form(z.object({ slip: z.string().max(60) }), async ({ site, params: { c }, ui, fields }) => {
      const session = await signIn(site.engine, site.issuer, c, fields)
      return session.ok ? ok({ to: `${ui.here}#say`, session: session.value }) : session
    }),
    comment: form(commentFields, async (sent) => {
      const { site, actor, params, files, fields } = sent
      const photo = await photoSent(files, fields.alt)
      if (!photo.ok) return photo
      const proposal = await proposalOf(sent)
      if (!proposal.ok) return proposal
      const { posting, text, sort } = fields
      const input = { posting, text, objection: sort === 'objection', channel: 'online' as const }
      const said = await sendComment(site.engine, actor, proposal.value, input, photo.value)
      if (!said.ok) return said
      return ok({ to: `/c/${params.c}/comments/${received.parse(said.value.data).comment}?done=comment` })
    }),
    guest: form(commentFields, async ({ site, params: { c }, files, fields, key, network }) => {
      const photo = await photoSent(files, fields.alt)
      if (!photo.ok) return photo
      const { posting, text, sort } = fields
      const objection = sort === 'objection'
      const sent = { community: c, posting, text, objection, photo: photo.value, key, network }
      const said = await sendGuestComment(site.engine, sent)
      return said.ok ? ok({ to: `/c/${c}/guests/${said.value.code}?done=comment` }) : said
    }),
    follow: form(z.object({ code: z.string().max(40) }), async ({ site, reader, params: { c }, fields: { code } }) => {
      const found = await guestComment(site.engine, reader, code)
      return found.ok ? ok({ to: `/c/${c}/guests/${encodeURIComponent(code)}` }) : found
    }),
  }
}
