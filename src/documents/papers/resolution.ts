import { bodyName, motionName, resolutionName, votingName } from '../../../workflows/wording.ts'
import { colon, field, heading, line, table, title } from '../blocks.ts'
import { type CaseTold, onDay, saidOf, sayDay } from '../case-told.ts'
import { testsTable } from './ballots.ts'
import { dictionary, type PaperKind, withStage } from './paper-kind.ts'
import { draftText } from './postings.ts'
import { addressOfCase, caseFields, common, signedBy, squareCode } from './words.ts'

const w = dictionary(
  {
    resolution: '决议书',
    decidedBy: '议决会议',
    on: '议决日期',
    motion: '表决结果',
    carried: '{motion}:通过',
    draft: '通过的方案(第 {n} 稿)',
    votes: '票数',
    entitled: '应到',
    present: '实到',
    tests: '逐项核对',
    law: '所依条文',
    standing: '现行状态',
    since: '决议作出以后',
    scan: '扫码核对',
    suspended: '中止执行',
    resumed: '恢复执行',
    revoked: '撤销',
    corrected: '更正票数',
    presider: '主持人(签字):',
    voting: '表决方式',
  },
  {
    resolution: 'Resolution',
    decidedBy: 'Decided by',
    on: 'Decided on',
    motion: 'Vote',
    carried: '{motion}: carried',
    draft: 'What was adopted (draft {n})',
    votes: 'Votes',
    entitled: 'Entitled',
    present: 'Present',
    tests: 'Each test',
    law: 'The provisions',
    standing: 'Standing',
    since: 'What was said of it since',
    scan: 'Scan to check',
    suspended: 'suspended',
    resumed: 'in force again',
    revoked: 'revoked',
    corrected: 'count corrected',
    presider: 'Presider:',
    voting: 'Way of voting',
  },
)

/** 决议书: what was adopted, by whom, under which provisions, each test with its numbers. */
export const resolutionPaper: PaperKind<CaseTold> = {
  kind: 'resolution',
  title: { zh: w.zh.resolution, en: w.en.resolution },
  shown: 'everybody',
  asked: withStage('decision'),
  write: (told, lang) => {
    const { adopted } = told
    if (!adopted) return undefined
    const words = w[lang]
    const meeting = told.meetings.find(({ told: { items } }) =>
      items.some(({ ballots }) => ballots.some(({ id }) => id === adopted.ballot)),
    )
    const ballot = meeting?.told.items.flatMap(({ ballots }) => ballots).find(({ id }) => id === adopted.ballot)
    if (!meeting || !ballot) return undefined
    const since = saidOf(told, 'resolution.suspended', 'resolution.resumed', 'resolution.revoked', 'ballot.corrected')
    return [
      title(`${told.community}${lang === 'zh' ? '' : ': '}${words.resolution}`),
      ...caseFields(told, lang),
      field(words.decidedBy, bodyName(meeting.told.body, lang)),
      field(words.on, sayDay(adopted.on, lang)),
      field(words.voting, votingName(ballot.voting, lang)),
      field(words.motion, words.carried.replace('{motion}', motionName(ballot.motion, lang))),
      ...(adopted.standing === 'in-force' ? [] : [field(words.standing, resolutionName(adopted.standing, lang))]),
      heading(words.draft.replace('{n}', String(adopted.draft))),
      line(draftText(told, adopted.draft)),
      heading(words.votes),
      table(
        [words.entitled, words.present, common[lang].yes, common[lang].no, common[lang].abstain, common[lang].spoiled],
        [
          [
            meeting.told.people.entitled,
            meeting.told.people.present,
            ballot.tally?.yes ?? 0,
            ballot.tally?.no ?? 0,
            ballot.tally?.abstain ?? 0,
            ballot.tally?.spoiled ?? 0,
          ].map(String),
        ],
      ),
      heading(words.tests),
      testsTable([...ballot.quorum, ...ballot.grounds], lang),
      heading(words.law),
      ...adopted.law.map(({ cite, text }) => line(`${cite}${colon[lang]}${text}`)),
      ...(since.length === 0
        ? []
        : [
            heading(words.since),
            ...since.map((entry) =>
              line(
                `${onDay(entry, lang)} ${words[sinceWords[entry.kind]]}${colon[lang]}${told.text(entry.data.reason)}`,
              ),
            ),
          ]),
      squareCode(told, addressOfCase(told), told.checkCode(adopted.seq), words.scan, lang),
      signedBy(told, lang, [words.presider], meeting.told.body),
    ]
  },
}

const sinceWords = {
  'resolution.suspended': 'suspended',
  'resolution.resumed': 'resumed',
  'resolution.revoked': 'revoked',
  'ballot.corrected': 'corrected',
} as const
