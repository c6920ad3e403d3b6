import type { Lang } from '../../workflows/wording.ts'
import type { Paper, Photo } from './blocks.ts'
import type { CaseTold } from './case-told.ts'
import { type Evidence, evidenceFiles, evidenceList, namesOf, type ReadEvidence } from './evidence.ts'
import { contents, contentsTitle, papersOf } from './papers/contents.ts'
import { printDocx } from './print/docx.ts'
import { printHtml } from './print/html.tsx'
import { paperStyle } from './print/paper-style.ts'
import { type ZipFile, zipStream } from './zip.ts'

const sheet = 'paper.css'

/** What the file of a case is written from. */
export interface FileTold {
  readonly told: CaseTold
  readonly evidence: readonly Evidence[]
}

/** The contents and every paper that was formed, each to print and, unless they are only to be read, to edit. */
const papersIn = async ({ told, evidence }: FileTold, lang: Lang, toEdit: boolean): Promise<readonly ZipFile[]> => {
  const lines = papersOf(told, lang).map((line, n) => ({
    ...line,
    file: line.blocks ? `${String(n + 1).padStart(2, '0')}-${line.kind}` : '',
  }))
  const blocks = contents(told, lines, evidenceList(evidence, lang), lang)
  const index: Paper = { title: contentsTitle[lang], lang, blocks }
  const papers = lines.flatMap(({ title, blocks, file }) =>
    blocks ? [{ file, paper: { title: `${told.title} ${title[lang]}`, lang, blocks } }] : [],
  )
  const names = namesOf(evidence)
  const named = ({ sha256 }: Photo): string | undefined => names.get(sha256)
  const photos = { named, shownAt: named }
  const files: ZipFile[] = []
  for (const { file, paper } of [{ file: '00-index', paper: index }, ...papers]) {
    files.push({ name: `${file}.html`, content: [printHtml(paper, sheet, photos)] })
    if (toEdit) files.push({ name: `${file}.docx`, content: [await printDocx(paper, photos)] })
  }
  return [...files, { name: sheet, content: [paperStyle] }]
}

/**
 * 案卷: the contents, every paper that was formed, each to print and to edit, and the photos and documents that the record
 * cites. The same case gives the same bytes. The papers are written before it begins, the photos are read as it goes out.
 */
export const dossierOf = async (file: FileTold, read: ReadEvidence, lang: Lang): Promise<ReadableStream<Uint8Array>> =>
  zipStream(both(await papersIn(file, lang, true), evidenceFiles(file.evidence, read, lang)))

/** The same to be read alone, without what is there to be edited. */
export async function* readableDossier(file: FileTold, read: ReadEvidence, lang: Lang): AsyncGenerator<ZipFile> {
  yield* both(await papersIn(file, lang, false), evidenceFiles(file.evidence, read, lang))
}

async function* both(first: Iterable<ZipFile>, then: AsyncIterable<ZipFile>): AsyncGenerator<ZipFile> {
  yield* first
  yield* then
}
