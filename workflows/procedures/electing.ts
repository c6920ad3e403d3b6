import { elections } from '../law/elections.ts'
import type { Mode } from '../law/provision.ts'
import type { Place, Stage } from '../stages/stage.ts'
import { oneOf } from './choices.ts'
import { lawOf } from './law-of.ts'

/** 居组法第十九条: how a residents' committee is elected, and recalled as it was elected. */
export const electedBy = oneOf(
  { zh: '居民委员会怎样产生', en: 'How the residents’ committee is elected' },
  {
    zh: '由全体有选举权的居民、每户派代表或者居民代表选举;罢免按产生时的方式。',
    en: 'By all registered residents, by one of each household, or by the residents’ representatives; a recall goes the way of the election.',
  },
  {
    persons: { zh: '全体有选举权的居民', en: 'all registered residents' },
    households: { zh: '每户派代表', en: 'one of each household' },
    representatives: { zh: '居民代表', en: 'the residents’ representatives' },
  },
)

/** Who elects a committee, how many it is to have, and how long each step takes. */
interface Electing {
  readonly voters: 'village-voters' | 'city-voters'
  /** Where the law lets the voters be chosen. */
  readonly mode?: Mode
  readonly deputies: number
  readonly members: number
  readonly postingDays: number
  readonly calls: number
  readonly publicationDays: number
}

/** 换届选举: announced, planned, voters and plan posted, voted on paper, the result published. */
export const electionStages = (
  { voters, mode, deputies, members, postingDays, calls, publicationDays }: Electing,
  place: Place,
): readonly Stage[] => [
  {
    kind: 'intake',
    id: 'topic',
    title: { zh: '提出换届', en: 'Election announced' },
    decides: voters,
    needsDraft: false,
  },
  {
    kind: 'drafting',
    id: 'plan',
    title: { zh: '拟定选举办法', en: 'Election plan' },
  },
  {
    kind: 'posting',
    id: 'posting',
    title: { zh: '公布名单和选举办法', en: 'Voters and plan posted' },
    days: postingDays,
    counted: 'calendar',
    upheldObjection: 'plan',
    objections: { decidedBy: 'election-committee', days: 3 },
  },
  {
    kind: 'election',
    id: 'election',
    title: { zh: '投票选举', en: 'Election' },
    body: voters,
    ...(mode ? { mode } : {}),
    law: lawOf(elections, voters, place, mode),
    offices: [
      { office: 'chair', seats: 1 },
      ...(deputies > 0 ? [{ office: 'deputy', seats: deputies }] : []),
      { office: 'member', seats: members },
    ],
    final: true,
    calls,
  },
  {
    kind: 'publication',
    id: 'result-published',
    title: { zh: '选举结果公布', en: 'Result published' },
    days: publicationDays,
    filing: false,
  },
]
