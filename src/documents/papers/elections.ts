import { type Block, field, heading, line, table, title } from '../blocks.ts'
import { type CaseTold, onDay, saidOf } from '../case-told.ts'
import { dictionary, type PaperKind, unlessNone, withStage } from './paper-kind.ts'
import { caseFields, codeFields, common, signedBy } from './words.ts'

const w = dictionary(
  {
    paper: '选票',
    seats: '应选 {seats} 名,候选人 {candidates} 名',
    how: '同意的在姓名右边画“○”;所选人数多于应选名额的,该职务作废票。',
    another: '另选他人',
    mark: '画“○”处',
    report: '选举结果报告单',
    first: '首次投票',
    'run-off': '另行选举',
    tied: '得票相同,再次投票',
    heldOn: '投票日期',
    entitled: '登记参加选举人数',
    issued: '发出选票',
    returned: '收回选票',
    spoiled: '废票',
    candidate: '候选人',
    votes: '得票数',
    elected: '当选',
    vacant: '尚缺 {n} 名',
    tellers: '计票人',
    counters: '计票人(签字):',
    watchers: '监票人(签字):',
    chair: '主任',
    deputy: '副主任',
    member: '委员',
  },
  {
    paper: 'Ballot paper of the election',
    seats: '{candidates} candidates for {seats} seats',
    how: 'Mark the names that you agree with; more marks than seats spoil the paper for that office.',
    another: 'Somebody else',
    mark: 'Mark here',
    report: 'Result of the election',
    first: 'first vote',
    'run-off': 'put again',
    tied: 'put again among equals',
    heldOn: 'Polled on',
    entitled: 'Registered voters',
    issued: 'Papers issued',
    returned: 'Papers returned',
    spoiled: 'Spoiled',
    candidate: 'Candidate',
    votes: 'Votes',
    elected: 'Elected',
    vacant: '{n} still vacant',
    tellers: 'Tellers',
    counters: 'Counted by:',
    watchers: 'Watched by:',
    chair: 'chair',
    deputy: 'deputy',
    member: 'member',
  },
)

type Office = 'chair' | 'deputy' | 'member'
const isOffice = (office: string): office is Office => ['chair', 'deputy', 'member'].includes(office)
const officeTitle = (office: string, lang: 'zh' | 'en'): string => (isOffice(office) ? w[lang][office] : office)

/** 选票: every office with its candidates, and room for somebody else. */
export const electionPapers: PaperKind<CaseTold> = {
  kind: 'election-papers',
  title: { zh: w.zh.paper, en: w.en.paper },
  shown: 'office',
  asked: withStage('election'),
  write: (told, lang) => {
    const words = w[lang]
    return unlessNone(saidOf(told, 'poll.opened'), ({ data }) => [
      title(`${told.title} ${words.paper}`),
      ...Object.entries(data.offices).flatMap(([office, { seats, candidates }]): readonly Block[] => [
        heading(
          `${officeTitle(office, lang)} · ${words.seats.replace('{seats}', String(seats)).replace('{candidates}', String(candidates.length))}`,
        ),
        table(
          [
            { head: words.candidate, share: 3 },
            { head: words.mark, share: 2, byHand: true },
          ],
          [...candidates.map((id) => [told.name(id), '']), ...Array.from({ length: seats }, () => [words.another, ''])],
        ),
      ]),
      line(words.how),
    ])
  },
}

/** 选举结果报告单: every closed poll with its papers and votes, and who is elected in the end. */
export const electionResults: PaperKind<CaseTold> = {
  kind: 'election-results',
  title: { zh: w.zh.report, en: w.en.report },
  shown: 'office',
  asked: withStage('election'),
  write: (told, lang) => {
    const words = w[lang]
    const closed = saidOf(told, 'poll.closed')
    if (closed.length === 0) return undefined
    const named = (ids: readonly string[]): string => ids.map((id) => told.name(id)).join('、') || common[lang].none
    return [
      title(words.report),
      ...caseFields(told, lang),
      ...closed.flatMap((end) => {
        const opened = saidOf(told, 'poll.opened').find(({ data }) => data.poll === end.data.poll)
        // The newest count before the close is the one that stands.
        const counted = saidOf(told, 'poll.tallied').findLast(({ data }) => data.poll === end.data.poll)
        if (!opened || !counted) return []
        return [
          field(words.heldOn, onDay(opened, lang)),
          field(words.entitled, String(opened.data.entitled)),
          field(words.tellers, named(counted.data.tellers)),
          ...Object.entries(counted.data.offices).flatMap(([office, { issued, returned, spoiled, votes }]) => [
            heading(`${officeTitle(office, lang)} · ${words[opened.data.offices[office]?.round ?? 'first']}`),
            table([words.issued, words.returned, words.spoiled], [[issued, returned, spoiled].map(String)]),
            table(
              [{ head: words.candidate, share: 3 }, words.votes],
              Object.entries(votes)
                .sort(([, a], [, b]) => b - a)
                .map(([candidate, many]) => [told.name(candidate), String(many)]),
            ),
          ]),
        ]
      }),
      heading(words.elected),
      ...told.elected.map(({ office, people, seatsLeft }) =>
        field(
          officeTitle(office, lang),
          [named(people), ...(seatsLeft > 0 ? [words.vacant.replace('{n}', String(seatsLeft))] : [])].join(' · '),
        ),
      ),
      ...codeFields(told, told.checkCode(closed.at(-1)?.seq ?? 0), lang),
      signedBy(told, lang, [words.counters, words.watchers], 'election-committee'),
    ]
  },
}
