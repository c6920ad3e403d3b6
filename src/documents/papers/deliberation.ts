import { bodyName, invitedName } from '../../../workflows/wording.ts'
import { field, heading, line, list, table, title } from '../blocks.ts'
import { type CaseTold, onDay, saidOf, sayDay } from '../case-told.ts'
import { dictionary, type PaperKind, unlessNone, withStage } from './paper-kind.ts'
import { caseFields, codeFields, common, signedBy } from './words.ts'

const w = dictionary(
  {
    talk: '恳谈会记录',
    convenedBy: '召集',
    heard: '听取意见的方面',
    people: '到会人数',
    record: '记录',
    advice: '初步建议',
    signIn: '签到',
    recorder: '记录人(签字):',
    draft: '方案文本(各稿)',
    n: '第 {n} 稿',
    writtenOn: '拟定日期',
    first: '初稿',
    substance: '实质修改',
    wording: '文字修改',
    change: '修改性质',
    approved: '讨论通过',
    follows: '采纳的建议',
    leaves: '未采纳的建议',
    explanation: '说明',
    errata: '勘误',
  },
  {
    talk: 'Record of the talk',
    convenedBy: 'Convened by',
    heard: 'Heard',
    people: 'People present',
    record: 'Record',
    advice: 'Advice',
    signIn: 'Sign-in',
    recorder: 'Recorded by:',
    draft: 'The drafts',
    n: 'Draft {n}',
    writtenOn: 'Written on',
    first: 'first',
    substance: 'change of substance',
    wording: 'change of wording',
    change: 'Kind of change',
    approved: 'Approved by',
    follows: 'Advice followed',
    leaves: 'Advice left',
    explanation: 'Explanation',
    errata: 'Slip of the pen corrected',
  },
)

/** 恳谈会记录 with its sheet to sign. */
export const talks: PaperKind<CaseTold> = {
  kind: 'talks',
  title: { zh: w.zh.talk, en: w.en.talk },
  shown: 'office',
  asked: withStage('consultation'),
  write: (told, lang) => {
    const words = w[lang]
    const advice = saidOf(told, 'advice.noted')
    return unlessNone(saidOf(told, 'talk.held'), ({ data }) => [
      title(words.talk),
      ...caseFields(told, lang),
      field(common[lang].day, sayDay(data.heldOn, lang)),
      field(words.convenedBy, bodyName(data.convenedBy, lang)),
      field(words.heard, data.heard.map((group) => invitedName(group, lang)).join('、') || common[lang].none),
      field(words.people, String(data.people)),
      heading(words.record),
      line(told.text(data.minutes)),
      heading(words.advice),
      ...(advice.length === 0 ? [line(common[lang].none)] : [list(advice.map((one) => told.text(one.data.text)))]),
      heading(words.signIn),
      table(
        [
          common[lang].number,
          { head: common[lang].name, share: 3, byHand: true },
          { head: common[lang].sign, share: 4, byHand: true },
        ],
        Array.from({ length: data.people }, (_, n) => [String(n + 1), '', '']),
      ),
      signedBy(told, lang, [words.recorder], data.convenedBy),
    ])
  },
}

/** 方案文本, every draft with what changed and who approved it. */
export const draftTexts: PaperKind<CaseTold> = {
  kind: 'drafts',
  title: { zh: w.zh.draft, en: w.en.draft },
  shown: 'everybody',
  write: (told, lang) => {
    const words = w[lang]
    const advice = new Map(saidOf(told, 'advice.noted').map(({ data }) => [data.advice, told.text(data.text)]))
    const named = (ids: readonly string[]) => ids.map((id) => advice.get(id) ?? '').join(lang === 'zh' ? '；' : '; ')
    const approvals = saidOf(told, 'draft.approved')
    const slips = saidOf(told, 'draft.corrected')
    return unlessNone(saidOf(told, 'draft.written'), (written) => {
      const { n, text, change, follows, leaves, explanation } = written.data
      const approved = approvals.find(({ data }) => data.n === n)
      const corrected = slips.filter(({ data }) => data.n === n)
      return [
        title(`${told.title} ${words.n.replace('{n}', String(n))}`),
        field(words.writtenOn, onDay(written, lang)),
        field(words.change, words[change]),
        ...(follows.length > 0 ? [field(words.follows, named(follows))] : []),
        ...(leaves.length > 0 ? [field(words.leaves, named(leaves))] : []),
        ...(explanation === undefined ? [] : [field(words.explanation, told.text(explanation))]),
        ...(approved
          ? [field(words.approved, `${bodyName(approved.data.by, lang)} ${sayDay(approved.data.approvedOn, lang)}`)]
          : []),
        ...corrected.map((slip) => field(words.errata, `${onDay(slip, lang)} ${told.text(slip.data.reason)}`)),
        heading(common[lang].draft),
        // A corrected slip of the pen is what the draft says since.
        line(told.text(corrected.at(-1)?.data.text ?? text)),
        ...codeFields(told, told.checkCode(written.seq), lang),
      ]
    })
  },
}
