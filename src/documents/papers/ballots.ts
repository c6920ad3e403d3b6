import type { GateGround } from '../../../workflows/stages/gate.ts'
import { arithmetic, bodyName, groundText, type Lang, motionName, votingName } from '../../../workflows/wording.ts'
import { type Block, field, heading, line, table, title } from '../blocks.ts'
import { type MeetingPapers, sayDay } from '../case-told.ts'
import { crossMultiplied } from './arithmetic.ts'
import { dictionary, type PaperKind, unlessNone } from './paper-kind.ts'
import { common } from './words.ts'

const w = dictionary(
  {
    paper: '表决票',
    question: '表决事项:{title}(第 {number} 号,方案第 {draft} 稿)',
    how: '在所选一栏画“○”,只选一项;不选为弃权,多选为废票。',
    sealHere: '(加盖印章有效)',
    n: '第 {n} 稿',
    tally: '计票单',
    motion: '表决的问题',
    voting: '表决方式',
    mayVote: '可表决人数',
    entitled: '应到',
    present: '实到',
    issued: '发出票数',
    returned: '收回票数',
    test: '核对',
    sum: '算式',
    held: '成立',
    cite: '依据',
    carried: '通过',
    notCarried: '未通过',
    voided: '表决无效',
    rollCall: '记名表决情况',
    counters: '计票人(签字):',
    watchers: '监票人(签字):',
    presider: '主持人(签字):',
    choice: '表决',
  },
  {
    paper: 'Ballot paper',
    question: 'Question: {title} (case {number}, draft {draft})',
    how: 'Mark one box only. No mark is an abstention; more than one spoils the paper.',
    sealHere: '(valid with the seal)',
    n: 'draft {n}',
    tally: 'Tally sheet',
    motion: 'Question put',
    voting: 'Way of voting',
    mayVote: 'May vote',
    entitled: 'Entitled',
    present: 'Present',
    issued: 'Papers issued',
    returned: 'Papers returned',
    test: 'Test',
    sum: 'Sum',
    held: 'Met',
    cite: 'Source',
    carried: 'carried',
    notCarried: 'not carried',
    voided: 'void',
    rollCall: 'Roll call',
    counters: 'Counted by:',
    watchers: 'Watched by:',
    presider: 'Presider:',
    choice: 'Vote',
  },
)

const perPage = 3

/** 表决票: three to a page, to be cut; one page for each item of the agenda. */
const ballotPapers: PaperKind<MeetingPapers> = {
  kind: 'ballot-papers',
  title: { zh: w.zh.paper, en: w.en.paper },
  shown: 'office',
  write: (meeting, lang) =>
    unlessNone(meeting.told.items, (item) =>
      Array.from({ length: perPage }, (): readonly Block[] => [
        heading(`${bodyName(meeting.told.body, lang)}${lang === 'zh' ? '' : ' · '}${w[lang].paper}`),
        line(
          w[lang].question
            .replace('{title}', item.title ?? '(标题已删除)')
            .replace('{number}', String(item.number))
            .replace('{draft}', String(item.draft)),
        ),
        table(
          [common[lang].yes, common[lang].no, common[lang].abstain].map((head) => ({ head, byHand: true as const })),
          [['', '', '']],
        ),
        line(`${w[lang].how}${w[lang].sealHere}`),
      ]).flat(),
    ),
}

/** Each test with its numbers, whether it held, and by which article. */
export const testsTable = (grounds: readonly GateGround[], lang: Lang): Block => {
  const words = w[lang]
  return table(
    [{ head: words.test, share: 4 }, { head: words.sum, share: 3 }, words.held, { head: words.cite, share: 3 }],
    // What is met and has no numbers, such as that there is a law of the day, says nothing here.
    grounds
      .filter(({ test, met }) => test !== undefined || !met)
      .map((ground) => [
        ground.test === undefined ? groundText(ground, lang) : arithmetic(ground, lang),
        crossMultiplied(ground, lang),
        ground.met ? '✓' : '✗',
        ground.cite ?? '',
      ]),
  )
}

/** 计票单 of every ballot of the meeting. */
const tallySheet: PaperKind<MeetingPapers> = {
  kind: 'tally',
  title: { zh: w.zh.tally, en: w.en.tally },
  shown: 'office',
  write: (meeting, lang) => {
    const words = w[lang]
    const { told } = meeting
    const ballots = told.items.flatMap((item) =>
      item.ballots.filter(({ carried }) => carried !== null).map((ballot) => ({ item, ballot })),
    )
    return unlessNone(ballots, ({ item, ballot }) => {
      const calls = meeting.rollCalls.get(ballot.id) ?? []
      return [
        title(words.tally),
        field(common[lang].body, `${meeting.community}${lang === 'zh' ? '' : ', '}${bodyName(told.body, lang)}`),
        field(common[lang].day, sayDay(told.on, lang)),
        field(common[lang].case, `${item.number} · ${item.title ?? '(标题已删除)'}`),
        field(words.motion, `${motionName(ballot.motion, lang)} · ${w[lang].n.replace('{n}', String(ballot.draft))}`),
        field(words.voting, votingName(ballot.voting, lang)),
        table(
          [words.entitled, words.present, words.mayVote, words.issued, words.returned],
          [
            [
              String(told.people.entitled),
              String(told.people.present),
              String(ballot.mayVote),
              String(ballot.tally?.issued ?? ''),
              String(ballot.tally?.returned ?? ''),
            ],
          ],
        ),
        ...(ballot.tally === null
          ? []
          : [
              table(
                [common[lang].yes, common[lang].no, common[lang].abstain, common[lang].spoiled],
                [[ballot.tally.yes, ballot.tally.no, ballot.tally.abstain, ballot.tally.spoiled].map(String)],
              ),
            ]),
        testsTable([...ballot.quorum, ...ballot.grounds], lang),
        field(common[lang].result, words[ballot.voided ? 'voided' : ballot.carried ? 'carried' : 'notCarried']),
        ...(calls.length === 0
          ? []
          : [
              heading(words.rollCall),
              table(
                [common[lang].number, { head: common[lang].name, share: 3 }, { head: words.choice, share: 3 }],
                calls.map(({ name, choice }, n) => [String(n + 1), name, common[lang][choice]]),
              ),
            ]),
        { sort: 'signatures', lines: [words.counters, words.watchers, words.presider] },
      ]
    })
  },
}

/** What is printed for the ballots of a meeting. */
export const ballotKinds = { ballotPapers, tallySheet }
