import type { DataOf } from '../../../workflows/format/catalogue.ts'
import { answerName, bodyName, disciplineName, type Lang, officeName } from '../../../workflows/wording.ts'
import { type Block, field, heading, line, table, title } from '../blocks.ts'
import { type CaseTold, onDay, saidOf, sayDay } from '../case-told.ts'
import { dictionary, type PaperKind, unlessNone, withStage } from './paper-kind.ts'
import { caseFields, common, signedBy } from './words.ts'

const w = dictionary(
  {
    summary: '意见采纳情况表',
    received: '收到意见',
    from: '提出人',
    channel: '方式',
    answer: '处理',
    online: '网上',
    paper: '书面',
    doorstep: '上门',
    telephone: '电话',
    guest: '网上(未登录)',
    adopted: '采纳',
    partly: '部分采纳',
    'not-adopted': '不予采纳',
    objection: '异议',
    comment: '意见',
    sort: '性质',
    unanswered: '未答复',
    keptBack: '不予登载',
    withdrawn: '本人已撤回',
    photo: '照片 {n}',
    ofComment: '照片 {n}(第 {of} 条)',
    photos: '随意见附的照片',
    morePhotos: '照片较多,只印前 {n} 张的图,其余只列校验码。',
    insult: '侮辱谩骂',
    'personal-data': '涉及个人信息',
    'off-topic': '与事项无关',
    unlawful: '内容违法',
    duplicate: '重复',
    advertising: '广告',
    objections: '异议登记与答复',
    decidedBy: '决定机构',
    decidedOn: '决定日期',
    upheld: '异议成立',
    rejected: '异议不成立',
    undecided: '尚未决定',
    escalated: '已上报',
    receivedOn: '收到日期',
    expert: '专家审查意见书',
    discipline: '审查专业',
    about: '审查对象',
    n: '第 {n} 稿',
    answerOf: '审查结论',
    grounds: '理由和依据',
    expertSigns: '审查人(签字):',
    supervision: '监督委员会监督意见',
    none: '无异议',
    concern: '提醒',
    step: '步骤',
    opinion: '意见',
  },
  {
    summary: 'Comments and what became of them',
    received: 'Comments received',
    from: 'From',
    channel: 'By',
    answer: 'Answer',
    online: 'online',
    paper: 'on paper',
    doorstep: 'in person',
    guest: 'as a guest',
    telephone: 'telephone',
    adopted: 'adopted',
    partly: 'adopted in part',
    'not-adopted': 'not adopted',
    objection: 'objection',
    comment: 'comment',
    sort: 'Sort',
    unanswered: 'unanswered',
    keptBack: 'not admitted',
    withdrawn: 'withdrawn',
    photo: 'photo {n}',
    ofComment: 'Photo {n} (comment {of})',
    photos: 'Photos that came with comments',
    morePhotos: 'There are many: the first {n} are shown, the others named by their hashes.',
    insult: 'insult',
    'personal-data': 'personal data',
    'off-topic': 'off topic',
    unlawful: 'unlawful',
    duplicate: 'duplicate',
    advertising: 'advertising',
    objections: 'Objections and their decisions',
    decidedBy: 'Decided by',
    decidedOn: 'Decided on',
    upheld: 'upheld',
    rejected: 'not upheld',
    undecided: 'not decided yet',
    escalated: 'taken up to',
    receivedOn: 'Received on',
    expert: 'Expert opinion',
    discipline: 'Discipline',
    about: 'Of',
    n: 'draft {n}',
    answerOf: 'Opinion',
    grounds: 'Grounds',
    expertSigns: 'Expert:',
    supervision: 'Opinions of the supervision committee',
    none: 'nothing to object',
    concern: 'concern',
    step: 'Stage',
    opinion: 'Opinion',
  },
)

type Received = DataOf<'comment.received'>

/** What was said of each comment since: admitted or not, answered, decided, taken up. */
const handlingOf = (told: CaseTold, { comment }: Received) => ({
  keptBack: saidOf(told, 'comment.moderated', 'comment.readmitted').findLast(({ data }) => data.comment === comment),
  withdrawn: saidOf(told, 'comment.withdrawn').some(({ data }) => data.comment === comment),
  answered: saidOf(told, 'comments.answered').findLast(({ data }) => data.comments.includes(comment)),
  decided: saidOf(told, 'objection.decided').findLast(({ data }) => data.comment === comment),
  escalated: saidOf(told, 'objection.escalated').findLast(({ data }) => data.comment === comment),
})

/** So many photos of a posting are printed; further ones are named. */
const printed = 60

interface Pictured {
  /** The comment's number in the table. */
  readonly of: number
  readonly comment: string
  readonly sha256: string
  readonly alt: string | undefined
}

/** The photos that came with comments, numbered as the table cites them. */
const photosOf = (told: CaseTold, lang: Lang, pictured: readonly Pictured[]): readonly Block[] => {
  const words = w[lang]
  if (pictured.length === 0) return []
  return [
    heading(words.photos),
    ...(pictured.length > printed ? [line(words.morePhotos.replace('{n}', String(printed)))] : []),
    ...pictured.map(
      ({ of, comment, sha256, alt }, n): Block => ({
        sort: 'photo',
        label: words.ofComment.replace('{n}', String(n + 1)).replace('{of}', String(of)),
        text: alt === undefined ? '' : told.text(alt),
        sha256,
        ...(n < printed ? { address: `/c/${told.communityId}/comments/${comment}/photo` } : {}),
      }),
    ),
  ]
}

/** 意见采纳情况表: every comment on a posting with its answer and the reason, and the photos that came with them. */
export const opinionSummary: PaperKind<CaseTold> = {
  kind: 'opinion-summary',
  title: { zh: w.zh.summary, en: w.en.summary },
  shown: 'everybody',
  asked: withStage('posting'),
  write: (told, lang) => {
    const words = w[lang]
    const received = saidOf(told, 'comment.received')
    const hung = saidOf(told, 'posting.opened')
    return unlessNone(hung, ({ data: { posting, from, lastDay } }) => {
      const own = received.filter(({ data }) => data.posting === posting)
      const pictured: Pictured[] = []
      const rows = own.map((entry, n) => {
        const { data } = entry
        const { keptBack, withdrawn, answered, decided } = handlingOf(told, data)
        const held = keptBack?.kind === 'comment.moderated' ? keptBack.data.reason : undefined
        const last = answered ?? decided
        const answer = answered
          ? words[answered.data.answer]
          : decided
            ? words[decided.data.upheld ? 'upheld' : 'rejected']
            : held
              ? words.keptBack
              : withdrawn
                ? words.withdrawn
                : words.unanswered
        // What is kept back is read by the office alone, and what was withdrawn by nobody.
        const unread = withdrawn ? words.withdrawn : held !== undefined && !told.office ? words.keptBack : undefined
        const [sha256] = data.files ?? []
        if (unread === undefined && sha256 !== undefined)
          pictured.push({ of: n + 1, comment: data.comment, sha256, alt: data.alt })
        const cited =
          unread === undefined && sha256 !== undefined
            ? `\n[${words.photo.replace('{n}', String(pictured.length))}]`
            : ''
        return [
          String(n + 1),
          onDay(entry, lang),
          told.name(data.author),
          words[data.channel],
          words[data.objection ? 'objection' : 'comment'],
          `${unread ?? told.text(data.text)}${cited}`,
          answer,
          last ? told.text(last.data.reason) : held ? words[held] : '',
        ]
      })
      return [
        title(words.summary),
        ...caseFields(told, lang),
        field(common[lang].day, `${sayDay(from, lang)}–${sayDay(lastDay, lang)}`),
        field(words.received, String(own.length)),
        ...(rows.length === 0
          ? [line(common[lang].none)]
          : [
              table(
                [
                  common[lang].number,
                  { head: words.receivedOn, share: 2 },
                  { head: words.from, share: 1.5 },
                  words.channel,
                  words.sort,
                  { head: common[lang].content, share: 4 },
                  { head: words.answer, share: 1.5 },
                  { head: common[lang].reason, share: 3 },
                ],
                rows,
              ),
            ]),
        ...photosOf(told, lang, pictured),
        signedBy(told, lang),
      ]
    })
  },
}

/** 异议登记与答复, each with who decided it, when and why. */
export const objections: PaperKind<CaseTold> = {
  kind: 'objections',
  title: { zh: w.zh.objections, en: w.en.objections },
  shown: 'office',
  write: (told, lang) => {
    const words = w[lang]
    const all = saidOf(told, 'comment.received').filter(({ data }) => data.objection)
    if (all.length === 0) return undefined
    return [
      title(words.objections),
      ...caseFields(told, lang),
      ...all.flatMap((entry, n) => {
        const { decided, escalated, withdrawn } = handlingOf(told, entry.data)
        const by = decided?.data.by
        return [
          heading(`${n + 1}. ${words.objection}`),
          field(words.receivedOn, onDay(entry, lang)),
          field(words.from, told.name(entry.data.author) || common[lang].none),
          field(common[lang].content, withdrawn ? words.withdrawn : told.text(entry.data.text)),
          ...(escalated ? [field(words.escalated, officeName(escalated.data.to, lang))] : []),
          ...(decided && by !== undefined
            ? [
                field(words.decidedBy, officeName(by, lang) === by ? bodyName(by, lang) : officeName(by, lang)),
                field(words.decidedOn, sayDay(decided.data.decidedOn, lang)),
                field(common[lang].result, words[decided.data.upheld ? 'upheld' : 'rejected']),
                field(common[lang].reason, told.text(decided.data.reason)),
              ]
            : [field(common[lang].result, withdrawn ? words.withdrawn : words.undecided)]),
        ]
      }),
      signedBy(told, lang),
    ]
  },
}

/** 专家审查意见书, one for each opinion. */
export const expertOpinions: PaperKind<CaseTold> = {
  kind: 'expert-opinions',
  title: { zh: w.zh.expert, en: w.en.expert },
  shown: 'everybody',
  asked: withStage('review'),
  write: (told, lang) => {
    const words = w[lang]
    return unlessNone(saidOf(told, 'opinion.given'), (entry) => [
      title(words.expert),
      ...caseFields(told, lang),
      field(words.discipline, disciplineName(entry.data.discipline, lang)),
      field(words.about, words.n.replace('{n}', String(entry.data.draft))),
      field(words.answerOf, answerName(entry.data.answer, lang)),
      heading(words.grounds),
      line(told.text(entry.data.grounds)),
      { sort: 'signatures', lines: [words.expertSigns], day: onDay(entry, lang) },
    ])
  },
}

/** 监督意见, of every stage. */
export const supervisionOpinions: PaperKind<CaseTold> = {
  kind: 'supervision',
  title: { zh: w.zh.supervision, en: w.en.supervision },
  shown: 'everybody',
  write: (told, lang) => {
    const words = w[lang]
    const all = saidOf(told, 'supervision.opined')
    if (all.length === 0) return undefined
    return [
      title(words.supervision),
      ...caseFields(told, lang),
      table(
        [
          { head: common[lang].day, share: 2 },
          { head: words.step, share: 2 },
          words.opinion,
          { head: common[lang].content, share: 4 },
        ],
        all.map((entry) => [
          onDay(entry, lang),
          told.procedure.stages.find(({ id }) => id === entry.data.stage)?.title[lang] ?? entry.data.stage,
          words[entry.data.concern],
          told.text(entry.data.text),
        ]),
      ),
      signedBy(told, lang, [], 'supervision-committee'),
    ]
  },
}
