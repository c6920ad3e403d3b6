import type { ExpandedProcedure, Stage, Title } from '../../../workflows/stages/stage.ts'
import type { Lang } from '../../../workflows/wording.ts'
import { type Block, pageBreak } from '../blocks.ts'

/** One kind of paper: its name, for whom it is, and how it is written out of what is known. */
export interface PaperKind<Told> {
  readonly kind: string
  readonly title: Title
  readonly shown: 'everybody' | 'office'
  /** Whether a procedure asks for it at all; absent, any case may have it. */
  readonly asked?: (procedure: ExpandedProcedure) => boolean
  /** Of how many meetings it is still due; absent where it is never more than one. */
  readonly owed?: (told: Told) => number
  /** Undefined while it has not been formed: nothing is invented. */
  readonly write: (told: Told, lang: Lang) => readonly Block[] | undefined
}

/** Asked of procedures that have a stage of these kinds. */
export const withStage =
  (...kinds: readonly Stage['kind'][]) =>
  ({ stages }: ExpandedProcedure): boolean =>
    stages.some(({ kind }) => kinds.includes(kind))

/** Words in Chinese, and the same in English. */
export const dictionary = <K extends string>(
  zh: Readonly<Record<K, string>>,
  en: Readonly<Record<NoInfer<K>, string>>,
): Readonly<Record<Lang, Readonly<Record<K, string>>>> => ({
  zh: Object.fromEntries(Object.entries<string>(zh).map(([key, text]) => [key, fullWidth(text)])) as Record<K, string>,
  en,
})

const wide: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '(': '（', ')': '）' }

/** A paper's own words with the punctuation of printed Chinese; what others wrote stays as they wrote it. */
const fullWidth = (text: string): string => text.replace(/[,;:()]/g, (mark) => wide[mark] ?? mark)

/** Papers of one kind, one a page; undefined where there is none. */
export const unlessNone = <T>(all: readonly T[], write: (one: T) => readonly Block[]): readonly Block[] | undefined =>
  all.length === 0 ? undefined : all.flatMap((one, n) => [...(n === 0 ? [] : [pageBreak]), ...write(one)])
