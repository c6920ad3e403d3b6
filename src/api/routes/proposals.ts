import { z } from '@hono/zod-openapi'
import { type Command, perform } from '../../services/commands/command.ts'
import { citeDiscussion } from '../../services/commands/discussion.ts'
import { writeDraft } from '../../services/commands/drafting.ts'
import { sealedKinds } from '../../services/commands/events.ts'
import { id, text } from '../../services/commands/inputs.ts'
import { answerComments, openPosting, openPublication } from '../../services/commands/posting.ts'
import { giveOpinion } from '../../services/commands/review.ts'
import { giveSupervision } from '../../services/commands/supervision.ts'
import { exportRecord } from '../../services/exports.ts'
import { mergeProposal } from '../../services/merging.ts'
import { openProposal } from '../../services/proposals.ts'
import { next, proposal, proposals, resolution } from '../../services/views/proposals.ts'
import type { App } from '../app-context.ts'
import { signedIn } from '../define.ts'
import { done, ground, inCommunity, inProposal, pageOf, paging, printedCheckpoint, proposalLine } from './common.ts'

/** Proposals, and everything said of a proposal outside its meetings. */
export const proposalRoutes = (app: App): void => {
  const { engine } = app

  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/proposals',
      tag: 'proposals',
      summary: 'Open a proposal under an adoption, out of topics',
      params: inCommunity,
      body: z.strictObject({
        adoption: id,
        title: text,
        topics: z.array(id).max(1000).default([]),
        proposer: id.optional(),
        continues: id.optional(),
      }),
      answers: z.object({ proposal: z.uuid(), number: z.int(), state: z.unknown() }),
      status: 201,
    },
    ({ actor, body }) => openProposal(engine, actor, body),
  )
  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/proposals',
      tag: 'proposals',
      summary: 'Proposals, newest first',
      params: inCommunity,
      query: paging,
      answers: pageOf(proposalLine),
    },
    ({ actor, query }) => proposals(engine, actor, query),
  )
  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/proposals/{p}',
      tag: 'proposals',
      summary: 'One proposal',
      params: inProposal,
      answers: z.looseObject({ id: z.uuid() }),
    },
    ({ actor, params }) => proposal(engine, actor, params.p),
  )
  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/proposals/{p}/next',
      tag: 'proposals',
      summary: 'Every move that leads on, open or with what is missing and by how much',
      params: inProposal,
      answers: z.object({
        position: z.unknown(),
        at: z.string(),
        moves: z.array(z.looseObject({ move: z.string(), open: z.boolean(), grounds: z.array(ground) })),
      }),
    },
    ({ actor, params }) => next(engine, actor, params.p),
  )
  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/proposals/{p}/resolution',
      tag: 'proposals',
      summary: 'What was resolved, with the arithmetic',
      params: inProposal,
      answers: z.looseObject({ proposal: z.uuid(), checkpoint: printedCheckpoint }),
    },
    ({ actor, params }) => resolution(engine, actor, params.p),
  )
  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/proposals/{p}/export',
      tag: 'record',
      summary: 'The record of the case, for the verifier',
      params: inProposal,
      answers: z.looseObject({ format: z.int() }),
    },
    ({ actor, params }) => exportRecord(engine, actor, params.p),
  )

  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/proposals/{p}/events',
      tag: 'proposals',
      summary: 'Move the case on, or put something on its file',
      params: inProposal,
      body: z.discriminatedUnion(
        'type',
        sealedKinds.map(({ kind, input }) => (input as z.ZodObject).extend({ type: z.literal(kind) })) as unknown as [
          z.ZodObject<{ type: z.ZodLiteral<string> }>,
        ],
      ),
      answers: done,
      status: 201,
    },
    async ({ actor, params, body: { type, ...input } }) => {
      const command = sealedKinds.find(({ kind }) => kind === type)
      return command
        ? perform(engine, actor, params.p, command, input)
        : { ok: false, refusal: { code: 'not_found', what: 'event' } }
    },
  )

  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/proposals/{p}/merge',
      tag: 'proposals',
      summary: 'Merge the proposal into another, which takes its topics',
      params: inProposal,
      body: z.strictObject({ into: id, reason: text }),
      answers: z.object({ proposal: z.uuid(), into: z.uuid(), topics: z.int() }),
    },
    ({ actor, params, body }) => mergeProposal(engine, actor, params.p, body),
  )

  /** Facts that are resources of their own. */
  const resource = (name: string, summary: string, command: unknown) => {
    const c = command as Command<'draft.written', z.ZodObject>
    signedIn(
      app,
      {
        method: 'post',
        path: `/api/communities/{c}/proposals/{p}/${name}`,
        tag: 'proposals',
        summary,
        params: inProposal,
        body: c.input,
        answers: done,
        status: 201,
      },
      ({ actor, params, body }) => perform(engine, actor, params.p, c, body),
    )
  }
  resource('drafts', 'Write the next draft', writeDraft)
  resource('postings', 'Post the newest draft for comment', openPosting)
  resource('publications', 'Publish the decision, or its result', openPublication)
  resource('responses', 'Answer comments; one response may answer many', answerComments)
  resource('opinions', 'Give an expert opinion', giveOpinion)
  resource('supervision', 'File the supervision committee’s opinion', giveSupervision)
  resource('discussions', 'Cite a discussion of the party organisation', citeDiscussion)
}
