import { z } from 'zod'
import { ok } from '../../../workflows/result.ts'
import { casePaperKinds } from '../../documents/papers/kinds.ts'
import { docxType, printDocx } from '../../documents/print/docx.ts'
import { printHtml } from '../../documents/print/html.tsx'
import { openData } from '../../services/views/open-data.ts'
import { casePaper, dossier } from '../../services/views/papers.ts'
import { inCommunity, inProposal, type Kept, noQuery, page } from '../page.ts'

const suffix = '.docx'
const names = casePaperKinds.flatMap(({ kind }) => [kind, `${kind}${suffix}`])

/** One paper of a case: to print as it stands, or with `.docx` behind its kind to edit. */
export const casePaperPage = page({
  path: '/c/:c/proposals/:p/papers/:paper',
  may: 'anybody',
  params: inProposal.extend({ paper: z.enum(names) }),
  query: noQuery,
  load: async ({ site, reader, params, ui, origin }) => {
    const toEdit = params.paper.endsWith(suffix)
    const kind = toEdit ? params.paper.slice(0, -suffix.length) : params.paper
    const paper = await casePaper(site.engine, reader, params.p, kind, { lang: ui.lang, origin })
    if (!paper.ok) return paper
    return ok<Kept>(
      toEdit
        ? { file: params.paper, type: docxType, content: await printDocx(paper.value) }
        : {
            file: `${kind}.html`,
            type: 'text/html; charset=utf-8',
            content: printHtml(paper.value, '/paper.css'),
            inline: true,
          },
    )
  },
  view: (kept) => kept,
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
