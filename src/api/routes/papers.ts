import { z } from '@hono/zod-openapi'
import { ok, type Result } from '../../../workflows/result.ts'
import { onPages, type Paper } from '../../documents/blocks.ts'
import { casePaperKinds, meetingPaperKinds } from '../../documents/papers/kinds.ts'
import { docxType, printDocx } from '../../documents/print/docx.ts'
import { printHtml } from '../../documents/print/html.tsx'
import { paperStyle } from '../../documents/print/paper-style.ts'
import type { Refusal } from '../../services/refusal.ts'
import { openData, openRollCalls } from '../../services/views/open-data.ts'
import { casePaper, casePapers, dossier, meetingPaper, meetingPapers } from '../../services/views/papers.ts'
import type { App } from '../app-context.ts'
import { opensFile, type SentFile, sendsFile, signedIn } from '../define.ts'
import { inCommunity, inMeeting, inProposal } from './common.ts'

const suffix = '.docx'
/** A kind of paper as its address names it: alone to print, with `.docx` behind to edit. */
const named = (kinds: readonly { readonly kind: string }[]) =>
  z.enum(kinds.flatMap(({ kind }) => [kind, `${kind}${suffix}`])).openapi({ param: { name: 'kind', in: 'path' } })
const listed = z.object({
  items: z.array(
    z.object({
      kind: z.string(),
      title: z.object({ zh: z.string(), en: z.string() }),
      state: z.enum(['formed', 'not-formed', 'not-asked']),
    }),
  ),
})
const inLang = z.object({ lang: z.enum(['zh', 'en']).default('zh') })
const types = ['text/html', docxType]

/** A paper as its address asks for it. */
const sent = async (
  name: string,
  asked: (kind: string) => Promise<Result<Paper, Refusal>>,
): Promise<Result<SentFile, Refusal>> => {
  const toEdit = name.endsWith(suffix)
  const kind = toEdit ? name.slice(0, -suffix.length) : name
  const paper = await asked(kind)
  if (!paper.ok) return paper
  return ok(
    toEdit
      ? {
          type: docxType,
          content: await printDocx(paper.value),
          disposition: `attachment; filename="${kind}${suffix}"`,
        }
      : {
          type: 'text/html; charset=utf-8',
          content: new TextEncoder().encode(printHtml(paper.value, '/paper.css', onPages)),
          disposition: 'inline',
        },
  )
}

const zipped = (name: string, file: Result<SentFile['content'], Refusal>): Result<SentFile, Refusal> =>
  file.ok
    ? ok({
        type: 'application/zip',
        content: file.value,
        disposition: `attachment; filename="${name}.zip"`,
      })
    : file

/** What is printed: single papers, and the whole file of a case. */
export const paperRoutes = (app: App): void => {
  const { engine } = app
  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/proposals/{p}/papers',
      tag: 'papers',
      summary: 'The papers of a proposal that the asker may see, and which of them have been formed',
      params: inProposal,
      answers: listed,
    },
    ({ actor, params }) => casePapers(engine, actor, params.p),
  )
  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/meetings/{m}/papers',
      tag: 'papers',
      summary: 'The papers of a meeting that the asker may see, and which of them have been formed',
      params: inMeeting,
      answers: listed,
    },
    ({ actor, params }) => meetingPapers(engine, actor, params.m),
  )
  sendsFile(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/proposals/{p}/papers/{kind}',
      tag: 'papers',
      summary: 'One paper of a proposal as a page to print; with .docx behind its kind, as a document to edit',
      params: inProposal.extend({ kind: named(casePaperKinds) }),
      query: inLang,
      sends: types,
    },
    ({ actor, params, query, origin }) =>
      sent(params.kind, (kind) => casePaper(engine, actor, params.p, kind, { ...query, origin })),
  )
  sendsFile(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/meetings/{m}/papers/{kind}',
      tag: 'papers',
      summary: 'One paper of a meeting as a page to print; with .docx behind its kind, as a document to edit',
      params: inMeeting.extend({ kind: named(meetingPaperKinds) }),
      query: inLang,
      sends: types,
    },
    ({ actor, params, query, origin }) =>
      sent(params.kind, (kind) => meetingPaper(engine, actor, params.m, kind, { ...query, origin })),
  )
  sendsFile(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/proposals/{p}/dossier',
      tag: 'papers',
      summary:
        'The whole file of a proposal as a ZIP: its contents, every paper to print and to edit, photos and documents',
      params: inProposal,
      query: inLang,
      sends: ['application/zip'],
    },
    async ({ actor, params, query, origin }) => {
      const made = await dossier(engine, actor, params.p, { ...query, origin })
      return made.ok ? zipped(`dossier-${made.value.number}`, ok(made.value.file)) : made
    },
  )
  opensFile(
    app.api,
    {
      method: 'get',
      path: '/api/communities/{c}/open-data',
      tag: 'papers',
      summary: 'What is open of a community, in sums: a ZIP of CSV and JSON with schema and licence, for anybody',
      params: inCommunity,
      sends: ['application/zip'],
    },
    async ({ params }) => zipped('open-data', await openData(engine, { community: params.c, visitor: true })),
  )
  sendsFile(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/open-data/roll-calls',
      tag: 'papers',
      summary: 'How each voted in the ballots whose adoption makes it public: a ZIP of CSV and JSON',
      params: inCommunity,
      sends: ['application/zip'],
    },
    async ({ actor }) => zipped('roll-calls', await openRollCalls(engine, actor)),
  )
  app.api.get('/paper.css', (c) => c.body(paperStyle, 200, { 'content-type': 'text/css; charset=utf-8' }))
}
