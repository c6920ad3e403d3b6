import type { Title } from '../../../workflows/stages/stage.ts'
import type { Lang } from '../../../workflows/wording.ts'
import { caseEndName } from '../../../workflows/wording-desk.ts'
import { type Block, field, table, title } from '../blocks.ts'
import { type CaseTold, onDay, saidOf } from '../case-told.ts'
import { casePaperKinds } from './kinds.ts'
import { dictionary } from './paper-kind.ts'
import { caseFields, codeFields, common, signedBy } from './words.ts'

const w = dictionary(
  {
    contents: '归档目录',
    paper: '材料名称',
    state: '状态',
    file: '文件',
    formed: '已形成',
    'not-formed': '未形成',
    owed: '尚缺 {n} 次会议的',
    'not-asked': '本程序不需要',
    ended: '事项状态',
    going: '办理中',
    over: '已终结({how})',
    why: '终结的理由',
    archivist: '归档人(签字):',
  },
  {
    contents: 'Contents of the file',
    paper: 'Paper',
    state: 'State',
    file: 'File',
    formed: 'there',
    'not-formed': 'not formed',
    owed: 'those of {n} meetings are missing',
    'not-asked': 'not asked by this procedure',
    ended: 'The case',
    going: 'under way',
    over: 'ended ({how})',
    why: 'Why it ended',
    archivist: 'Filed by:',
  },
)

export type PaperState = 'formed' | 'not-formed' | 'not-asked'

/** One line of the contents; what is written out only where it has been formed. */
export interface PaperLine {
  readonly kind: string
  readonly title: Title
  readonly state: PaperState
  /** Of how many meetings it is still missing. */
  readonly owed: number
  readonly blocks: readonly Block[] | undefined
}

/** Every paper that a case may have, as far as whoever asks may see it. */
export const papersOf = (told: CaseTold, lang: Lang): readonly PaperLine[] =>
  casePaperKinds
    .filter(({ shown }) => told.office || shown === 'everybody')
    .map(({ kind, title: name, asked, owed, write }) => {
      const blocks = write(told, lang)
      return {
        kind,
        title: name,
        state: blocks ? 'formed' : (asked?.(told.procedure) ?? true) ? 'not-formed' : 'not-asked',
        owed: owed?.(told) ?? 0,
        blocks,
      }
    })

/** Under way; or when and how it ended, with the reason that was given: a withdrawn case has no other paper to say it. */
const standing = (told: CaseTold, lang: Lang): readonly Block[] => {
  const words = w[lang]
  if (told.ending === null) return [field(words.ended, words.going)]
  const [last] = saidOf(told, 'proposal.withdrawn', 'proposal.merged', 'decision.referred', 'decision.concluded').slice(
    -1,
  )
  return [
    field(words.ended, words.over.replace('{how}', caseEndName(told.ending, lang))),
    ...(last ? [field(words.why, `${onDay(last, lang)} ${told.text(last.data.reason)}`)] : []),
  ]
}

/** 归档目录: what is in the file and what has not been formed. */
export const contents = (
  told: CaseTold,
  papers: readonly (Omit<PaperLine, 'blocks'> & { readonly file: string })[],
  evidence: readonly Block[],
  lang: Lang,
): readonly Block[] => {
  const words = w[lang]
  return [
    title(words.contents),
    ...caseFields(told, lang),
    ...standing(told, lang),
    table(
      [
        common[lang].number,
        { head: words.paper, share: 5 },
        { head: words.state, share: 2 },
        { head: words.file, share: 3, leadsTo: '.html' },
      ],
      papers.map(({ title: name, state, owed, file }, n) => {
        const missing = owed === 0 ? [] : [words.owed.replace('{n}', String(owed))]
        return [String(n + 1), name[lang], [words[state], ...missing].join(common[lang].comma), file]
      }),
    ),
    ...evidence,
    ...codeFields(told, told.checkCode(told.entries.at(-1)?.seq ?? 0), lang),
    signedBy(told, lang, [words.archivist]),
  ]
}

export const contentsTitle: Title = { zh: w.zh.contents, en: w.en.contents }
