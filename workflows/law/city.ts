import { type Provision, provision } from './provision.ts'

const law2025 = '《中华人民共和国城市居民委员会组织法》(2025年修订)'
const law2018 = '《中华人民共和国城市居民委员会组织法》(2018年修正)'
const assembly2025 =
  '居民会议应当有全体十八周岁以上的本社区居民或者户的代表的过半数参加。居民会议所作决定，应当经到会人员的过半数通过。'
const assembly2018 =
  '居民会议必须有全体十八周岁以上的居民、户的代表或者居民小组选举的代表的过半数出席，才能举行。会议的决定，由出席人的过半数通过。'

const byPersons = {
  convenes: ['residents-committee'],
  presides: ['residents-committee'],
  mode: 'persons',
  quorum: { count: 'present', moreThan: [1, 2], of: 'entitled' },
  passes: { count: 'yes', moreThan: [1, 2], of: 'present' },
} as const

/** Counted in households, so that a roll of persons can never answer for it. */
const byHouseholds = {
  convenes: ['residents-committee'],
  presides: ['residents-committee'],
  mode: 'households',
  quorum: { count: 'present', moreThan: [1, 2], of: 'entitled', measure: 'households' },
  passes: { count: 'yes', moreThan: [1, 2], of: 'present', measure: 'households' },
} as const

const demandedByResidents = {
  demands: [
    { of: 'adults', atLeast: [1, 10] },
    { of: 'households', atLeast: [1, 10] },
    { of: 'representatives', atLeast: [1, 3] },
  ],
} as const

/** 居民会议 and 居民代表会议: the text of 2025 and, for older cases, that of 2018. */
export const city: readonly Provision[] = [
  provision({
    id: 'city/assembly-persons@2026',
    source: 'law',
    body: 'residents-assembly',
    cite: `${law2025}第二十六条、第二十七条`,
    text: assembly2025,
    from: '2026-01-01',
    ...demandedByResidents,
    convocation: { daysBefore: 10, emergency: true },
    note: '按人召开。召集按第二十六条：提前十日通知，遇有特殊情况的可以临时通知；临时通知只免去天数。',
    ...byPersons,
  }),
  provision({
    id: 'city/assembly-households@2026',
    source: 'law',
    body: 'residents-assembly',
    cite: `${law2025}第二十六条、第二十七条`,
    text: assembly2025,
    from: '2026-01-01',
    ...demandedByResidents,
    convocation: { daysBefore: 10, emergency: true },
    note: '按户召开：一户一名代表，到会须超过户数的一半（与村民会议的三分之二不同）；不得与按人召开混用。',
    ...byHouseholds,
  }),
  provision({
    id: 'city/representatives@2026',
    source: 'law',
    body: 'residents-representatives',
    cite: `${law2025}第二十八条、第二十九条`,
    text: '居民代表会议应当有三分之二以上的组成人员参加方可召开。居民代表会议所作决定，应当经到会组成人员的过半数通过。',
    from: '2026-01-01',
    convenes: ['residents-committee'],
    presides: ['residents-committee'],
    demands: [{ of: 'representatives', atLeast: [1, 5] }],
    composition: { count: 'entitled', among: 'representatives', atLeast: [4, 5], of: 'entitled' },
    quorum: { count: 'present', atLeast: [2, 3], of: 'entitled' },
    passes: { count: 'yes', moreThan: [1, 2], of: 'present' },
    note: '组成按第二十八条：居民代表占组成人员的五分之四以上。列席的居民不计入到会组成人员。国家没有规定提前通知的天数。',
  }),
  provision({
    id: 'city/assembly-persons@2018',
    source: 'law',
    body: 'residents-assembly',
    cite: `${law2018}第九条、第十条`,
    text: assembly2018,
    from: '2018-12-29',
    until: '2026-01-01',
    note: '2025年修订前的条文，按人召开。当时没有提前通知的天数。',
    ...byPersons,
  }),
  provision({
    id: 'city/assembly-households@2018',
    source: 'law',
    body: 'residents-assembly',
    cite: `${law2018}第九条、第十条`,
    text: assembly2018,
    from: '2018-12-29',
    until: '2026-01-01',
    note: '2025年修订前的条文，按户召开。当时没有提前通知的天数。',
    ...byHouseholds,
  }),
  provision({
    id: 'city/group-representatives@2018',
    source: 'law',
    body: 'residents-representatives',
    cite: `${law2018}第九条、第十条`,
    text: assembly2018,
    from: '2018-12-29',
    until: '2026-01-01',
    convenes: ['residents-committee'],
    quorum: { count: 'present', moreThan: [1, 2], of: 'entitled' },
    passes: { count: 'yes', moreThan: [1, 2], of: 'present' },
    note: '2025年修订前，法律没有另设居民代表会议；由每个居民小组选举代表二至三人参加的会议就是居民会议。当时的居民代表会议按这一形式判断。',
  }),
]
