import { catalogue, type EntryKind } from '../../workflows/format/catalogue.ts'
import type { Day } from '../../workflows/rules/days.ts'
import type { Lang } from '../../workflows/wording.ts'
import { type Block, heading, table } from './blocks.ts'
import { sayDay } from './case-told.ts'
import { dictionary } from './papers/paper-kind.ts'
import { common } from './papers/words.ts'
import type { FileType } from './upload.ts'
import type { ZipFile } from './zip.ts'

/** A photo or a document that an entry of a case or of its meetings cites. */
export interface Evidence {
  readonly sha256: string
  readonly type: FileType
  readonly cited: { readonly kind: EntryKind; readonly chain: string; readonly seq: number; readonly on: Day }
}

/** The bytes of a file as it lies there now; or what became of them. */
export type ReadEvidence = (
  sha256: string,
) => Promise<Uint8Array | 'file_missing' | 'file_changed' | 'files_unavailable'>

const w = dictionary(
  {
    evidence: '照片和附件',
    whose: '所属记录',
    file: '文件',
    digest: '校验码(SHA-256)',
    file_missing: '这份文件不在存放处了',
    file_changed: '这份文件已被改动,与档案所载校验码不符,不予收入',
    files_unavailable: '这里不存放文件,未能收入',
  },
  {
    evidence: 'Photos and documents',
    whose: 'Cited by',
    file: 'File',
    digest: 'SHA-256',
    file_missing: 'This file is not where it was kept any more',
    file_changed: 'This file was changed: it is not what the record cites, and is left out',
    files_unavailable: 'No files are kept here: it is left out',
  },
)

const endings: Readonly<Record<FileType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
}

/** Each file once, however often it is cited, with its name in the file of the case. */
export const namesOf = (evidence: readonly Evidence[]): ReadonlyMap<string, string> => {
  const once = new Map(evidence.map(({ sha256, type }) => [sha256, type]))
  return new Map(
    [...once].map(([sha256, type], n) => [
      sha256,
      `files/${String(n + 1).padStart(3, '0')}-${sha256.slice(0, 8)}.${endings[type]}`,
    ]),
  )
}

/** What the contents of the file say of its photos and documents: which entry of the record cites each, and its hash there. */
export const evidenceList = (evidence: readonly Evidence[], lang: Lang): readonly Block[] => {
  if (evidence.length === 0) return []
  const [words, names] = [w[lang], namesOf(evidence)]
  return [
    heading(words.evidence),
    table(
      [
        common[lang].number,
        { head: words.whose, share: 3 },
        { head: common[lang].day, share: 2 },
        { head: words.file, share: 3, leadsTo: '' },
        { head: words.digest, share: 4 },
      ],
      evidence.map(({ sha256, cited: { kind, seq, on } }, n) => [
        String(n + 1),
        `${catalogue[kind][lang]} #${seq}`,
        sayDay(on, lang),
        names.get(sha256) ?? '',
        sha256,
      ]),
    ),
  ]
}

/** The files themselves, one read after the other; where one cannot be had, a line says so in its place. */
export async function* evidenceFiles(
  evidence: readonly Evidence[],
  read: ReadEvidence,
  lang: Lang,
): AsyncGenerator<ZipFile> {
  for (const [sha256, name] of namesOf(evidence)) {
    const content = await read(sha256)
    yield typeof content === 'string'
      ? { name: `${name}.txt`, content: [`${w[lang][content]}\n${sha256}\n`] }
      : { name, content: [content] }
  }
}
