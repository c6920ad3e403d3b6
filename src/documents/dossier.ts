import type { Lang } from '../../workflows/wording.ts'
import type { Paper } from './blocks.ts'
import type { CaseTold } from './case-told.ts'
import { contents, contentsTitle, papersOf } from './papers/contents.ts'
import { printDocx } from './print/docx.ts'
import { printHtml } from './print/html.tsx'
import { paperStyle } from './print/paper-style.ts'
import { zipOf } from './print/zip.ts'

const sheet = 'paper.css'

/** 案卷: the contents and every paper that was formed, each to print and to edit. The same case gives the same bytes. */
export const dossierOf = async (told: CaseTold, lang: Lang): Promise<Uint8Array> => {
  const lines = papersOf(told, lang).map((line, n) => ({
    ...line,
    file: line.blocks ? `${String(n + 1).padStart(2, '0')}-${line.kind}` : '',
  }))
  const index: Paper = { title: contentsTitle[lang], lang, blocks: contents(told, lines, lang) }
  const papers = lines.flatMap(({ title, blocks, file }) =>
    blocks ? [{ file, paper: { title: `${told.title} ${title[lang]}`, lang, blocks } }] : [],
  )
  const files: Record<string, string | Uint8Array> = {}
  for (const { file, paper } of [{ file: '00-index', paper: index }, ...papers]) {
    files[`${file}.html`] = printHtml(paper, sheet)
    files[`${file}.docx`] = await printDocx(paper)
  }
  return zipOf({ ...files, [sheet]: paperStyle })
}
