import { randomUUID } from 'node:crypto'
import { z } from '@hono/zod-openapi'
import { commentModes, moderationReasons } from '../../../workflows/format/catalogue.ts'
import { comment } from '../../services/commands/comment.ts'
import { text } from '../../services/commands/inputs.ts'
import { setCommentMode } from '../../services/comment-mode.ts'
import { withdrawComment, withdrawGuestComment } from '../../services/comment-withdrawals.ts'
import { type SentPhoto, sendComment } from '../../services/comments.ts'
import { decideGuestComment, sendGuestComment } from '../../services/guest-comments.ts'
import { comments } from '../../services/views/comments.ts'
import { guestComment, heldComments } from '../../services/views/guest-comments.ts'
import { ownComments } from '../../services/views/own-comments.ts'
import type { App } from '../app-context.ts'
import { open, signedIn } from '../define.ts'
import { done, inCommunity, inProposal, pageOf, paging } from './common.ts'

const inPosting = inCommunity.extend({
  o: z
    .uuid()
    .toLowerCase()
    .openapi({ param: { name: 'o', in: 'path' } }),
})
const inComment = inPosting
const byCode = inCommunity.extend({
  code: z
    .string()
    .max(40)
    .openapi({ param: { name: 'code', in: 'path' } }),
})
const inGuest = inCommunity.extend({
  g: z
    .uuid()
    .toLowerCase()
    .openapi({ param: { name: 'g', in: 'path' } }),
})
const someComment = z.looseObject({ id: z.uuid() })
const decided = z.object({ comment: z.uuid(), admitted: z.boolean() })

/** A picture within the body, and what it shows. */
const photo = z
  .strictObject({
    content: z.base64().max(7_000_000),
    alt: text,
  })
  .optional()

const photoOf = (sent: z.output<typeof photo>): SentPhoto | undefined =>
  sent && { alt: sent.alt, content: new Uint8Array(Buffer.from(sent.content, 'base64')) }

/** Comments on what is posted: of those who are known, and of guests where a community admits them. */
export const commentRoutes = (app: App): void => {
  const { engine } = app

  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/proposals/{p}/comments',
      tag: 'proposals',
      summary: 'Comment on what is posted, or object to it',
      params: inProposal,
      body: comment.input.extend({ photo }),
      answers: done,
      status: 201,
    },
    ({ actor, params, body: { photo: sent, ...said } }) => sendComment(engine, actor, params.p, said, photoOf(sent)),
  )
  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/postings/{o}/comments',
      tag: 'proposals',
      summary: 'Comments on a posting with their answers',
      params: inPosting,
      query: paging,
      answers: pageOf(someComment),
    },
    ({ actor, params, query }) => comments(engine, actor, params.o, query),
  )
  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/own-comments',
      tag: 'proposals',
      summary: 'What the asker has said, with what became of each, newest first',
      params: inCommunity,
      query: paging,
      answers: pageOf(someComment),
    },
    ({ actor, query }) => ownComments(engine, actor, query),
  )
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/own-comments/{o}/withdrawal',
      tag: 'proposals',
      summary: 'Take back a comment of one’s own while it hangs and nothing has come of it; that it was made stays',
      params: inComment,
      answers: z.object({ comment: z.uuid() }),
    },
    ({ actor, params }) => withdrawComment(engine, actor, params.o),
  )

  open(
    app.api,
    {
      method: 'post',
      path: '/api/communities/{c}/postings/{o}/guest-comments',
      tag: 'proposals',
      summary: 'Comment without signing in, where the community admits guests; held until the office decides on it',
      params: inPosting,
      body: z.strictObject({ text, objection: z.boolean().default(false), photo }),
      answers: z.object({ code: z.string() }),
      status: 201,
    },
    ({ params, body: { photo: sent, ...said }, c }) =>
      sendGuestComment(engine, {
        community: params.c,
        posting: params.o,
        ...said,
        photo: photoOf(sent),
        key: c.req.header('idempotency-key') ?? randomUUID(),
        network: app.networkOf(c),
      }),
  )
  open(
    app.api,
    {
      method: 'get',
      path: '/api/communities/{c}/guest-comments/{code}',
      tag: 'proposals',
      summary: 'What became of a guest’s comment, for whoever holds its code',
      params: byCode,
      answers: someComment.extend({ held: z.boolean() }),
    },
    ({ params }) => guestComment(engine, { community: params.c, visitor: true }, params.code),
  )
  open(
    app.api,
    {
      method: 'post',
      path: '/api/communities/{c}/guest-comments/{code}/withdrawal',
      tag: 'proposals',
      summary: 'Take back a guest’s comment by its code, before the office has decided on it',
      params: byCode,
      answers: z.object({ withdrawn: z.boolean() }),
    },
    ({ params }) => withdrawGuestComment(engine, params.c, params.code),
  )
  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/postings/{o}/guest-comments',
      tag: 'proposals',
      summary: 'What guests sent on a posting and nobody has decided on',
      params: inPosting,
      answers: z.object({ items: z.array(someComment) }),
    },
    ({ actor, params }) => heldComments(engine, actor, params.o),
  )
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/guest-comments/{g}/admit',
      tag: 'proposals',
      summary: 'Admit a guest’s comment: it goes onto the record with the day on which it came',
      params: inGuest,
      answers: decided,
    },
    ({ actor, params }) => decideGuestComment(engine, actor, params.g),
  )
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/guest-comments/{g}/keep-back',
      tag: 'proposals',
      summary: 'Keep a guest’s comment back for a published reason: both go onto the record',
      params: inGuest,
      body: z.strictObject({ reason: z.enum(moderationReasons) }),
      answers: decided,
    },
    ({ actor, params, body }) => decideGuestComment(engine, actor, params.g, body.reason),
  )
  signedIn(
    app,
    {
      method: 'put',
      path: '/api/communities/{c}/comment-mode',
      tag: 'communities',
      summary: 'Set who may comment over the pages: the known, or guests too',
      params: inCommunity,
      body: z.strictObject({ mode: z.enum(commentModes) }),
      answers: z.object({ mode: z.enum(commentModes) }),
    },
    ({ actor, body }) => setCommentMode(engine, actor, body.mode),
  )
}
