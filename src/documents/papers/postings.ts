import type { Lang } from '../../../workflows/wording.ts'
import { type Block, field, heading, line, table, title } from '../blocks.ts'
import { type CaseTold, onDay, saidOf, sayDay } from '../case-told.ts'
import { dictionary, type PaperKind, unlessNone, withStage } from './paper-kind.ts'
import { addressOfNotice, caseFields, common, signedBy, squareCode } from './words.ts'

const w = dictionary(
  {
    notice: '征求意见公告',
    noticeLead: '现将下列方案张榜公示,征求意见。公示期内,可以扫码、书面、上门或电话提出意见;有异议的,请写明。',
    days: '公示期',
    daysText: '{from}至{to},共 {days} 天({counted})',
    calendar: '日历日',
    working: '工作日',
    places: '张榜地点',
    scan: '扫码看全文、提意见',
    published: '决议公告',
    publishedLead: '现将下列决议予以公布。公布期内,有异议的,可以向本会提出。',
    result: '实施结果公开',
    resultLead: '现将下列事项的实施结果予以公开。公开期内,有异议的,可以向本会提出。',
    scanResult: '扫码看决议和办理情况',
    evidence: '张榜凭证',
    seenOn: '查看日期',
    what: '张榜内容',
    proof: '凭证',
    photos: '照片或文件',
    startPhoto: '张榜起始照片粘贴处',
    endPhoto: '期满照片粘贴处',
    posted: '张榜人(签字):',
    seen: '见证人(签字):',
    progress: '实施情况',
  },
  {
    notice: 'Notice for comment',
    noticeLead:
      'The draft below is posted for comment. While it hangs, comments may be made by scanning the code, on paper, at the office or by telephone; an objection should say that it is one.',
    days: 'Hangs',
    daysText: '{from} to {to}, {days} days ({counted})',
    calendar: 'calendar days',
    working: 'working days',
    places: 'Posted at',
    scan: 'Scan to read it all and to comment',
    published: 'Publication of the decision',
    publishedLead: 'The decision below is published. While it hangs, objections may be made to the committee.',
    result: 'Publication of the result',
    resultLead: 'What was carried out is published. While it hangs, objections may be made to the committee.',
    scanResult: 'Scan to read the decision and what became of it',
    evidence: 'Evidence of posting',
    seenOn: 'Seen on',
    what: 'What was posted',
    proof: 'Evidence',
    photos: 'Photos or files',
    startPhoto: 'Photo of the first day',
    endPhoto: 'Photo of the last day',
    posted: 'Posted by:',
    seen: 'Witnessed by:',
    progress: 'What was carried out',
  },
)

type Hung = ReturnType<typeof hungOf>[number]

const hungOf = (told: CaseTold) => saidOf(told, 'posting.opened', 'publication.opened')

/** A publication after the work was completed makes its result known; one before, the decision. */
const isResult = (told: CaseTold, { seq }: { readonly seq: number }): boolean =>
  saidOf(told, 'implementation.completed').some((done) => done.seq < seq)

const nameOf = (told: CaseTold, hung: Hung): 'notice' | 'result' | 'published' =>
  hung.kind === 'posting.opened' ? 'notice' : isResult(told, hung) ? 'result' : 'published'

const term = ({ data }: Hung, lang: Lang): string =>
  w[lang].daysText
    .replace('{from}', sayDay(data.from, lang))
    .replace('{to}', sayDay(data.lastDay, lang))
    .replace('{days}', String(data.days))
    .replace('{counted}', w[lang][data.counted])

/** The text of a draft as it hangs: with the slips of the pen that were corrected. */
export const draftText = (told: CaseTold, n: number): string => {
  const written = saidOf(told, 'draft.written').find(({ data }) => data.n === n)
  const slip = saidOf(told, 'draft.corrected').findLast(({ data }) => data.n === n)
  const text = slip?.data.text ?? written?.data.text
  return text === undefined ? '' : told.text(text)
}

const foot = (told: CaseTold, hung: Hung, lang: Lang, scan: string): readonly Block[] => [
  squareCode(told, addressOfNotice(told), told.checkCode(hung.seq), scan, lang),
  signedBy(told, lang),
]

/** 征求意见公告: a draft put up for comment. */
export const postingNotice: PaperKind<CaseTold> = {
  kind: 'posting-notice',
  title: { zh: w.zh.notice, en: w.en.notice },
  shown: 'everybody',
  asked: withStage('posting'),
  write: (told, lang) => {
    const words = w[lang]
    return unlessNone(saidOf(told, 'posting.opened'), (hung) => [
      title(words.notice),
      ...caseFields(told, lang),
      field(words.days, term(hung, lang)),
      field(words.places, told.text(hung.data.places)),
      line(words.noticeLead),
      heading(common[lang].draft),
      line(draftText(told, hung.data.draft)),
      ...foot(told, hung, lang, words.scan),
    ])
  },
}

/** 决议公告: the decision made known. */
export const publication: PaperKind<CaseTold> = {
  kind: 'publication',
  title: { zh: w.zh.published, en: w.en.published },
  shown: 'everybody',
  asked: withStage('publication'),
  write: (told, lang) => {
    const words = w[lang]
    return unlessNone(
      saidOf(told, 'publication.opened').filter((hung) => !isResult(told, hung)),
      (hung) => [
        title(words.published),
        ...caseFields(told, lang),
        field(words.days, term(hung, lang)),
        field(words.places, told.text(hung.data.places)),
        line(words.publishedLead),
        ...(told.adopted ? [heading(common[lang].draft), line(draftText(told, told.adopted.draft))] : []),
        ...foot(told, hung, lang, words.scanResult),
      ],
    )
  },
}

/** 实施结果公开: what was carried out made known. */
export const resultPublication: PaperKind<CaseTold> = {
  kind: 'result-publication',
  title: { zh: w.zh.result, en: w.en.result },
  shown: 'everybody',
  asked: withStage('publication'),
  write: (told, lang) => {
    const words = w[lang]
    return unlessNone(
      saidOf(told, 'publication.opened').filter((hung) => isResult(told, hung)),
      (hung) => [
        title(words.result),
        ...caseFields(told, lang),
        field(words.days, term(hung, lang)),
        field(words.places, told.text(hung.data.places)),
        line(words.resultLead),
        heading(words.progress),
        ...saidOf(told, 'progress.reported').map(({ data }) =>
          line(`${sayDay(data.reportedOn, lang)} ${data.percent}%:${told.text(data.text)}`),
        ),
        ...foot(told, hung, lang, words.scanResult),
      ],
    )
  },
}

/** 张榜凭证: when it was seen to hang, and room for the photos of the first and the last day. */
export const postingEvidence: PaperKind<CaseTold> = {
  kind: 'posting-evidence',
  title: { zh: w.zh.evidence, en: w.en.evidence },
  shown: 'office',
  write: (told, lang) => {
    const words = w[lang]
    const seen = saidOf(told, 'posting.evidenced')
    return unlessNone(
      hungOf(told).filter(({ data }) => seen.some((one) => one.data.posting === data.posting)),
      (hung) => [
        title(words.evidence),
        ...caseFields(told, lang),
        field(words.what, `${words[nameOf(told, hung)]}(${onDay(hung, lang)})`),
        field(words.days, term(hung, lang)),
        field(words.places, told.text(hung.data.places)),
        table(
          [words.seenOn, { head: words.proof, share: 3 }, words.photos],
          seen
            .filter(({ data }) => data.posting === hung.data.posting)
            .map(({ data }) => [sayDay(data.seenOn, lang), told.text(data.evidence), String(data.files?.length ?? 0)]),
        ),
        {
          sort: 'form',
          rows: [
            { label: words.startPhoto, text: '', byHand: true },
            { label: words.endPhoto, text: '', byHand: true },
          ],
        },
        signedBy(told, lang, [words.posted, words.seen]),
      ],
    )
  },
}
