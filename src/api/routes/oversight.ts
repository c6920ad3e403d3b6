import { z } from '@hono/zod-openapi'
import { day, id } from '../../services/commands/inputs.ts'
import { endOversight, enterCommunity, grantOversight, overseen, oversight } from '../../services/oversight.ts'
import { oversightReport } from '../../services/views/oversight-report.ts'
import { supervision } from '../../services/views/supervision.ts'
import type { App } from '../app-context.ts'
import { signedIn } from '../define.ts'
import { inCommunity, inProposal } from './common.ts'

/** The offices above a community, and the supervision committee beside it. */
export const oversightRoutes = (app: App): void => {
  const { engine } = app
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/session/oversight',
      tag: 'oversight',
      summary: 'Enter a community that has granted oversight to one’s own township',
      body: z.strictObject({ community: id }),
      answers: z.object({ token: z.string(), expiresAt: z.string(), account: z.uuid(), roles: z.array(z.string()) }),
      status: 201,
    },
    ({ actor, body }) => enterCommunity(engine, app.issuer, actor, body.community),
  )
  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/overseen',
      tag: 'oversight',
      summary: 'For a township: the communities that granted it oversight',
      params: inCommunity,
      answers: z.object({ items: z.array(z.object({ id: z.uuid(), name: z.string(), sort: z.string() })) }),
    },
    ({ actor }) => overseen(engine, actor),
  )
  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/oversight',
      tag: 'oversight',
      summary: 'To whom the community has granted oversight',
      params: inCommunity,
      answers: z.object({
        items: z.array(z.object({ township: z.uuid(), name: z.string(), grantedAt: z.string() })),
      }),
    },
    ({ actor }) => oversight(engine, actor),
  )
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/oversight',
      tag: 'oversight',
      summary: 'Grant oversight to a township or sub-district',
      params: inCommunity,
      body: z.strictObject({ township: id }),
      answers: z.object({ township: z.uuid() }),
      status: 201,
    },
    ({ actor, body }) => grantOversight(engine, actor, body),
  )
  signedIn(
    app,
    {
      method: 'delete',
      path: '/api/communities/{c}/oversight/{township}',
      tag: 'oversight',
      summary: 'End a grant of oversight',
      params: inCommunity.extend({
        township: z
          .uuid()
          .toLowerCase()
          .openapi({ param: { name: 'township', in: 'path' } }),
      }),
      answers: z.object({ township: z.uuid() }),
    },
    ({ actor, params }) => endOversight(engine, actor, params.township),
  )
  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/oversight/report',
      tag: 'oversight',
      summary: 'What was opened, adopted and ended, and what is behind',
      params: inCommunity,
      query: z
        .object({ from: day, to: day })
        .refine(({ from, to }) => from <= to, { path: ['to'], message: 'the last day is not before the first' }),
      answers: z.object({
        from: z.string(),
        to: z.string(),
        opened: z.int(),
        adopted: z.int(),
        ended: z.record(z.string(), z.int()),
        overdue: z.object({
          postings: z.int(),
          publications: z.int(),
          comments: z.int(),
          topics: z.int(),
          attestations: z.int(),
          orders: z.int(),
          filings: z.int(),
        }),
      }),
    },
    ({ actor, query }) => oversightReport(engine, actor, query),
  )
  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/proposals/{p}/supervision',
      tag: 'oversight',
      summary: 'The supervision committee’s opinions on a proposal',
      params: inProposal,
      answers: z.object({
        items: z.array(
          z.object({
            opinion: z.uuid(),
            stage: z.string(),
            draft: z.int().nullable(),
            concern: z.enum(['none', 'concern', 'objection']),
            text: z.string().nullable(),
            recordedAt: z.string(),
          }),
        ),
      }),
    },
    ({ actor, params }) => supervision(engine, actor, params.p),
  )
}
