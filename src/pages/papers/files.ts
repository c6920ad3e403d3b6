import { z } from 'zod'
import { ok, type Result } from '../../../workflows/result.ts'
import { onPages, type Paper } from '../../documents/blocks.ts'
import { casePaperKinds, meetingPaperKinds } from '../../documents/papers/kinds.ts'
import { docxType, printDocx } from '../../documents/print/docx.ts'
import { printHtml } from '../../documents/print/html.tsx'
import type { Refusal } from '../../services/refusal.ts'
import { openData } from '../../services/views/open-data.ts'
import { casePaper, dossier, meetingPaper } from '../../services/views/papers.ts'
import { inCommunity, inMeeting, inProposal, type Kept, noQuery, page } from '../page.ts'

const suffix = '.docx'
const namesOf = (kinds: readonly { readonly kind: string }[]) =>
  z.enum(kinds.flatMap(({ kind }) => [kind, `${kind}${suffix}`]))

/** A paper as its address asks for it: to print as it stands, or with `.docx` behind its kind to edit. */
const kept = async (
  name: string,
  asked: (kind: string) => Promise<Result<Paper, Refusal>>,
): Promise<Result<Kept, Refusal>> => {
  const toEdit = name.endsWith(suffix)
  const kind = toEdit ? name.slice(0, -suffix.length) : name
  const paper = await asked(kind)
  if (!paper.ok) return paper
  return ok<Kept>(
    toEdit
      ? { file: name, type: docxType, content: await printDocx(paper.value) }
      : {
          file: `${kind}.html`,
          type: 'text/html; charset=utf-8',
          content: printHtml(paper.value, '/paper.css', onPages),
          inline: true,
        },
  )
}

/** One paper of a case. */
export const casePaperPage = page({
  path: '/c/:c/proposals/:p/papers/:paper',
  may: 'anybody',
  params: inProposal.extend({ paper: namesOf(casePaperKinds) }),
  query: noQuery,
  load: ({ site, reader, params, ui: { lang }, origin }) =>
    kept(params.paper, (kind) => casePaper(site.engine, reader, params.p, kind, { lang, origin })),
  view: (paper) => paper,
})

/** One paper of a meeting, by itself. */
export const meetingPaperPage = page({
  path: '/c/:c/meetings/:m/papers/:paper',
  may: 'anybody',
  params: inMeeting.extend({ paper: namesOf(meetingPaperKinds) }),
  query: noQuery,
  load: ({ site, reader, params, ui: { lang }, origin }) =>
    kept(params.paper, (kind) => meetingPaper(site.engine, reader, params.m, kind, { lang, origin })),
  view: (paper) => paper,
})

/** 案卷: the whole file of a case, for those who keep it and those who oversee it. */
export const dossierFile = page({
  path: '/c/:c/proposals/:p/dossier.zip',
  may: ['clerk', 'supervisor', 'township'],
  params: inProposal,
  query: noQuery,
  load: ({ site, reader, params, ui, origin }) => dossier(site.engine, reader, params.p, { lang: ui.lang, origin }),
  view: ({ number, file }) => ({ file: `dossier-${number}.zip`, type: 'application/zip', content: file }),
})

/** 开放数据 of the community, for anybody. */
export const openDataFile = page({
  path: '/c/:c/open-data.zip',
  may: 'anybody',
  params: inCommunity,
  query: noQuery,
  load: ({ site, reader }) => openData(site.engine, reader),
  view: (file) => ({ file: 'open-data.zip', type: 'application/zip', content: file }),
})
