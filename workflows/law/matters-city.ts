import type { Matter, MatterLaw } from './matter.ts'

const law2025 = '《中华人民共和国城市居民委员会组织法》(2025年修订)'
const law2018 = '《中华人民共和国城市居民委员会组织法》(2018年修正)'
const partyFirst = `${law2025}第三十条第四款`

const since2026 = { from: '2026-01-01', partyFirst } as const
/** Before 2026 a meeting of the groups' representatives was one form of 居民会议, and decided as it did. */
const before2026 = {
  from: '2018-12-29',
  until: '2026-01-01',
  itself: ['residents-assembly', 'residents-representatives'],
} as const

/** Unlike the village, the neighbourhood may also hand its covenant to the representatives. */
const delegable = {
  itself: ['residents-assembly'],
  byAuthorisation: ['residents-representatives'],
  cite: `${law2025}第三十条第一款、第二款`,
} as const

const filed2025 = { with: 'sub-district', cite: `${law2025}第三十一条第一款` } as const
const covenant2018 = `${law2018}第十五条`
const importantQuestion: MatterLaw = { ...before2026, cite: `${law2018}第九条、第十条` }

/** By the law before, and for by-elections, no voters' body is known here; they have a procedure of their own, on paper. */
const elsewhere = {
  itself: [],
  elsewhere: { zh: '依法定选举程序进行的选举、罢免和补选', en: 'the statutory procedure of elections and recalls' },
} as const

/** The classes of matter in a city neighbourhood. */
export const cityMatters: readonly Matter[] = [
  {
    id: 'residents-covenant',
    kind: 'city',
    title: { zh: '居民公约', en: 'Residents’ covenant' },
    laws: [
      { ...since2026, ...delegable, filing: filed2025 },
      { ...before2026, cite: covenant2018, filing: { with: 'sub-district', cite: covenant2018 } },
    ],
  },
  {
    id: 'residents-charter',
    kind: 'city',
    title: { zh: '居民自治章程', en: 'Charter of self-government' },
    laws: [{ ...since2026, ...delegable, filing: filed2025 }, importantQuestion],
  },
  {
    id: 'community-affairs',
    kind: 'city',
    title: {
      zh: '社区公共事务等涉及全体居民利益的重要事项',
      en: 'Community affairs and other matters of all residents',
    },
    laws: [{ ...since2026, ...delegable }, importantQuestion],
  },
  {
    id: 'residents-annual-report',
    kind: 'city',
    title: { zh: '居民委员会年度工作报告、成员评议', en: 'The residents’ committee’s yearly report and appraisal' },
    laws: [{ from: '2026-01-01', ...delegable }, importantQuestion],
  },
  {
    id: 'residents-revoke-committee',
    kind: 'city',
    title: { zh: '撤销或者变更居民委员会的决定', en: 'Revoking or changing a decision of the residents’ committee' },
    laws: [
      {
        from: '2026-01-01',
        itself: ['residents-assembly', 'residents-representatives'],
        cite: `${law2025}第三十条第三款`,
      },
    ],
  },
  {
    id: 'residents-revoke-representatives',
    kind: 'city',
    title: { zh: '撤销或者变更居民代表会议的决定', en: 'Revoking or changing a decision of the representatives' },
    laws: [{ ...since2026, itself: ['residents-assembly'], cite: `${law2025}第三十条第三款` }],
  },
  {
    id: 'residents-authorisation',
    kind: 'city',
    title: { zh: '授权居民代表会议', en: 'Authorising the representatives' },
    laws: [{ ...since2026, itself: ['residents-assembly'], cite: `${law2025}第三十条第二款` }],
  },
  {
    id: 'residents-election',
    kind: 'city',
    title: { zh: '居民委员会的选举', en: 'Electing the residents’ committee' },
    laws: [
      { from: '2026-01-01', itself: ['city-voters'], cite: `${law2025}第十四条、第十九条` },
      { from: '2018-12-29', until: '2026-01-01', ...elsewhere, cite: `${law2018}第八条` },
    ],
  },
  {
    id: 'residents-recall',
    kind: 'city',
    title: { zh: '居民委员会成员的罢免', en: 'Recalling members of the residents’ committee' },
    laws: [
      { from: '2026-01-01', itself: ['city-voters'], cite: `${law2025}第二十条` },
      { from: '2018-12-29', until: '2026-01-01', ...elsewhere, cite: `${law2018}第十条` },
    ],
  },
  {
    // By the assembly or the representatives, but by the procedure of elections: not by their rule for decisions.
    id: 'residents-by-election',
    kind: 'city',
    title: { zh: '居民委员会成员的补选', en: 'Replacing members of the residents’ committee' },
    laws: [
      { from: '2026-01-01', ...elsewhere, cite: `${law2025}第二十四条` },
      { from: '2018-12-29', until: '2026-01-01', ...elsewhere, cite: `${law2018}第十条` },
    ],
  },
  {
    // Named before the nine classes were; which majority it asks is not said, so nobody decides it under this name.
    id: 'owners-common-property',
    kind: 'city',
    title: { zh: '业主共同决定的事项', en: 'Matters that owners decide in common' },
    laws: [
      {
        from: '2021-01-01',
        cite: '《中华人民共和国民法典》第二百七十八条',
        itself: [],
        elsewhere: { zh: '业主共同决定,须写明属于哪一项', en: 'the owners in common, under the class it belongs to' },
      },
    ],
  },
]
