import { z } from '@hono/zod-openapi'
import { ok } from '../../../workflows/result.ts'
import { draftDiff } from '../../documents/draft-diff.ts'
import { adoption, adoptions, draft, drafts, opinions, posting, postings } from '../../services/views/documents.ts'
import { dues } from '../../services/views/dues.ts'
import type { App } from '../app-context.ts'
import { signedIn } from '../define.ts'
import { inCommunity, inProposal, printedCheckpoint } from './common.ts'

const title = z.object({ zh: z.string(), en: z.string() })
const items = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item) })
const draftView = z
  .object({
    n: z.int(),
    text: z.string().nullable(),
    commitment: z.string(),
    change: z.enum(['first', 'substance', 'wording']),
    approvedBy: z.string().nullable(),
    writtenAt: z.string(),
  })
  .openapi('Draft')
const postingView = z
  .object({
    id: z.uuid(),
    proposal: z.uuid(),
    sort: z.enum(['posting', 'publication']),
    draft: z.int().nullable(),
    from: z.string(),
    days: z.int(),
    counted: z.enum(['calendar', 'working']),
    lastDay: z.string(),
    open: z.boolean(),
    comments: z.int(),
    checkpoint: printedCheckpoint,
  })
  .openapi('Posting')
const adoptionView = z
  .object({
    id: z.uuid(),
    procedure: z.string(),
    title,
    hash: z.string(),
    adoptedAt: z.string(),
    choices: z.record(z.string(), z.union([z.string(), z.int()])),
  })
  .openapi('Adoption')
const number = (name: string) =>
  z.coerce
    .number()
    .int()
    .min(1)
    .max(100_000)
    .openapi({ param: { name, in: 'path' } })

/** The papers of a case, the procedures it may follow, and what waits for the committee. */
export const documentRoutes = (app: App): void => {
  const { engine } = app
  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/proposals/{p}/drafts',
      tag: 'proposals',
      summary: 'Every draft of a proposal',
      params: inProposal,
      answers: items(draftView),
    },
    ({ actor, params }) => drafts(engine, actor, params.p),
  )
  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/proposals/{p}/drafts/{n}',
      tag: 'proposals',
      summary: 'One draft',
      params: inProposal.extend({ n: number('n') }),
      answers: draftView,
    },
    ({ actor, params }) => draft(engine, actor, params.p, params.n),
  )
  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/proposals/{p}/drafts/{n}/diff/{m}',
      tag: 'proposals',
      summary: 'What changed from draft n to draft m, word by word',
      params: inProposal.extend({ n: number('n'), m: number('m') }),
      answers: z.object({
        segments: z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })),
      }),
    },
    async ({ actor, params }) => {
      const earlier = await draft(engine, actor, params.p, params.n)
      if (!earlier.ok) return earlier
      const later = await draft(engine, actor, params.p, params.m)
      return later.ok ? ok({ segments: draftDiff(earlier.value.text ?? '', later.value.text ?? '') }) : later
    },
  )
  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/proposals/{p}/postings',
      tag: 'proposals',
      summary: 'What was hung for comment or published',
      params: inProposal,
      answers: items(postingView),
    },
    ({ actor, params }) => postings(engine, actor, params.p),
  )
  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/postings/{o}',
      tag: 'proposals',
      summary: 'One posting',
      params: inCommunity.extend({
        o: z
          .uuid()
          .toLowerCase()
          .openapi({ param: { name: 'o', in: 'path' } }),
      }),
      answers: postingView,
    },
    ({ actor, params }) => posting(engine, actor, params.o),
  )
  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/proposals/{p}/opinions',
      tag: 'proposals',
      summary: 'The experts’ opinions',
      params: inProposal,
      answers: items(
        z.object({
          opinion: z.uuid(),
          discipline: z.string(),
          draft: z.int(),
          answer: z.enum(['pass', 'changes', 'unlawful']),
          grounds: z.string().nullable(),
          recordedAt: z.string(),
        }),
      ),
    },
    ({ actor, params }) => opinions(engine, actor, params.p),
  )
  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/adoptions',
      tag: 'procedures',
      summary: 'The procedures that the community has adopted',
      params: inCommunity,
      answers: items(adoptionView),
    },
    ({ actor }) => adoptions(engine, actor),
  )
  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/adoptions/{a}',
      tag: 'procedures',
      summary: 'One adoption, its stages and provisions inlined',
      params: inCommunity.extend({
        a: z
          .uuid()
          .toLowerCase()
          .openapi({ param: { name: 'a', in: 'path' } }),
      }),
      answers: adoptionView.extend({ expanded: z.looseObject({}) }),
    },
    ({ actor, params }) => adoption(engine, actor, params.a),
  )
  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/dues',
      tag: 'communities',
      summary: 'What waits for the committee, the longest overdue first',
      params: inCommunity,
      answers: items(z.object({ what: z.string(), id: z.uuid(), proposal: z.uuid().nullable(), day: z.string() })),
    },
    ({ actor }) => dues(engine, actor),
  )
}
