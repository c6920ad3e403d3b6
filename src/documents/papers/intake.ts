import { channelNames, topicClasses } from '../../../workflows/topics.ts'
import { colon, field, line, table, title } from '../blocks.ts'
import { type CaseTold, onDay, saidOf, sayDay } from '../case-told.ts'
import { dictionary, type PaperKind, withStage } from './paper-kind.ts'
import { caseFields, common, matterName, signedBy } from './words.ts'

const w = dictionary(
  {
    register: '议题征集登记表',
    raisedOn: '提出日期',
    channel: '渠道',
    class: '类别',
    proposer: '提议人',
    supporters: '附议人数',
    handling: '办理',
    opened: '立案',
    mergedInto: '并入第 {n} 号',
    screening: '议题受理意见',
    topics: '议题',
    accepted: '受理,列为',
    refused: '不予受理',
    acceptedOn: '受理日期',
    refusedOn: '决定日期',
    handler: '经办人(签字):',
  },
  {
    register: 'Register of topics',
    raisedOn: 'Raised on',
    channel: 'Channel',
    class: 'Class',
    proposer: 'Raised by',
    supporters: 'Joined by',
    handling: 'What became of it',
    opened: 'opened',
    mergedInto: 'merged into no. {n}',
    screening: 'Screening of the topics',
    topics: 'Topics',
    accepted: 'Accepted as',
    refused: 'Refused',
    acceptedOn: 'Accepted on',
    refusedOn: 'Refused on',
    handler: 'Handled by:',
  },
)

/** 议题征集登记表: the topics that the case was opened out of. */
export const topicRegister: PaperKind<CaseTold> = {
  kind: 'topic-register',
  title: { zh: w.zh.register, en: w.en.register },
  shown: 'office',
  write: (told, lang) => {
    if (told.topics.length === 0) return undefined
    const words = w[lang]
    return [
      title(words.register),
      ...caseFields(told, lang),
      table(
        [
          common[lang].number,
          { head: words.raisedOn, share: 2 },
          words.channel,
          { head: words.class, share: 2 },
          { head: common[lang].content, share: 4 },
          words.proposer,
          words.supporters,
          { head: words.handling, share: 2 },
        ],
        told.topics.map((topic) => [
          String(topic.number),
          sayDay(topic.raisedOn, lang),
          channelNames[topic.channel][lang],
          topic.class === null ? '' : topicClasses[topic.class][lang],
          topic.text ?? '',
          topic.proposer ?? '',
          String(topic.supporters),
          topic.mergedInto === null ? words.opened : words.mergedInto.replace('{n}', String(topic.mergedInto)),
        ]),
      ),
    ]
  },
}

/** 受理意见: whether the matter was taken, and as what. */
export const screening: PaperKind<CaseTold> = {
  kind: 'screening',
  title: { zh: w.zh.screening, en: w.en.screening },
  shown: 'office',
  asked: withStage('intake'),
  write: (told, lang) => {
    const decided = saidOf(told, 'intake.accepted', 'intake.refused').at(-1)
    if (!decided) return undefined
    const words = w[lang]
    const accepted = decided.kind === 'intake.accepted'
    return [
      title(words.screening),
      ...caseFields(told, lang),
      field(
        words.topics,
        told.topics.map(({ number, text }) => `${number}. ${text ?? ''}`).join('\n') || common[lang].none,
      ),
      field(accepted ? words.acceptedOn : words.refusedOn, onDay(decided, lang)),
      line(
        accepted
          ? `${words.accepted}${lang === 'zh' ? '' : ' '}${matterName(decided.data.matter, lang)}`
          : `${words.refused}${colon[lang]}${told.text(decided.data.reason)}`,
      ),
      signedBy(told, lang, [words.handler]),
    ]
  },
}
