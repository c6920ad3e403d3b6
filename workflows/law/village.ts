import { type Provision, provision } from './provision.ts'

const law2025 = '《中华人民共和国村民委员会组织法》(2025年修正)'
const law2018 = '《中华人民共和国村民委员会组织法》(2018年修正)'
const assembly =
  '召开村民会议，应当有本村十八周岁以上村民的过半数，或者本村三分之二以上的户的代表参加，村民会议所作决定应当经到会人员的过半数通过。法律对召开村民会议及作出决定另有规定的，依照其规定。'
const representatives = '村民代表会议有三分之二以上的组成人员参加方可召开，所作决定应当经到会人员的过半数同意。'

/** A tenth of the villagers who have come of age, or a third of the representatives, may demand that the assembly be called. */
const demandedByVillagers = {
  demands: [
    { of: 'adults', atLeast: [1, 10] },
    { of: 'representatives', atLeast: [1, 3] },
  ],
} as const

const byPersons = {
  mode: 'persons',
  quorum: { count: 'present', moreThan: [1, 2], of: 'entitled' },
  passes: { count: 'yes', moreThan: [1, 2], of: 'present' },
} as const

/** Counted in households, so that a roll of persons can never answer for it. */
const byHouseholds = {
  mode: 'households',
  quorum: { count: 'present', atLeast: [2, 3], of: 'entitled', measure: 'households' },
  passes: { count: 'yes', moreThan: [1, 2], of: 'present', measure: 'households' },
} as const

const called2025 = {
  convenes: ['village-committee'],
  presides: ['village-committee'],
  ...demandedByVillagers,
  convocation: { daysBefore: 10, emergency: true },
} as const
const called2018 = {
  convenes: ['village-committee'],
  presides: ['village-committee'],
  ...demandedByVillagers,
  convocation: { daysBefore: 10 },
} as const

/** A fifth of the representatives may demand that theirs be called. */
const membersDecide = {
  convenes: ['village-committee'],
  presides: ['village-committee'],
  demands: [{ of: 'representatives', atLeast: [1, 5] }],
  composition: {
    all: [
      { count: 'entitled', among: 'representatives', atLeast: [4, 5], of: 'entitled' },
      { count: 'entitled', among: 'women-representatives', atLeast: [1, 3], of: 'entitled' },
    ],
  },
  quorum: { count: 'present', atLeast: [2, 3], of: 'entitled' },
  passes: { count: 'yes', moreThan: [1, 2], of: 'present' },
} as const

/** 村民会议 and 村民代表会议: the text of 2025 and, for older cases, that of 2018. */
export const village: readonly Provision[] = [
  provision({
    id: 'village/assembly-persons@2026',
    source: 'law',
    body: 'village-assembly',
    cite: `${law2025}第二十五条、第二十六条`,
    text: assembly,
    from: '2026-01-01',
    note: '按人召开：到会须超过十八周岁以上村民的半数。召集按第二十五条：提前十日通知，遇有特殊情况的可以临时通知；临时通知只免去天数。',
    ...called2025,
    ...byPersons,
  }),
  provision({
    id: 'village/assembly-households@2026',
    source: 'law',
    body: 'village-assembly',
    cite: `${law2025}第二十五条、第二十六条`,
    text: assembly,
    from: '2026-01-01',
    note: '按户召开：一户一名代表，到会须达到全村户数的三分之二；不得与按人召开混用。召集同按人召开。',
    ...called2025,
    ...byHouseholds,
  }),
  provision({
    id: 'village/representatives@2026',
    source: 'law',
    body: 'village-representatives',
    cite: `${law2025}第二十九条、第三十条`,
    text: representatives,
    from: '2026-01-01',
    note: '组成按第二十九条：村民代表占组成人员的五分之四以上，妇女村民代表占组成人员（不是占代表）的三分之一以上。国家没有规定提前通知的天数。',
    ...membersDecide,
  }),
  provision({
    id: 'village/assembly-persons@2018',
    source: 'law',
    body: 'village-assembly',
    cite: `${law2018}第二十一条、第二十二条`,
    text: assembly,
    from: '2018-12-29',
    until: '2026-01-01',
    note: '2025年修正前的条文，按人召开。当时没有临时通知的规定。',
    ...called2018,
    ...byPersons,
  }),
  provision({
    id: 'village/assembly-households@2018',
    source: 'law',
    body: 'village-assembly',
    cite: `${law2018}第二十一条、第二十二条`,
    text: assembly,
    from: '2018-12-29',
    until: '2026-01-01',
    note: '2025年修正前的条文，按户召开。当时没有临时通知的规定。',
    ...called2018,
    ...byHouseholds,
  }),
  provision({
    id: 'village/representatives@2018',
    source: 'law',
    body: 'village-representatives',
    cite: `${law2018}第二十五条、第二十六条`,
    text: representatives,
    from: '2018-12-29',
    until: '2026-01-01',
    note: '2025年修正前的条文；组成的要求相同，见当时的第二十五条。',
    ...membersDecide,
  }),
]
