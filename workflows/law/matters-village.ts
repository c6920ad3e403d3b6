import type { Matter, MatterLaw } from './matter.ts'
import { membersAlone, membersDecide, membersOrRepresentatives } from './matters-collective.ts'

const law2025 = '《中华人民共和国村民委员会组织法》(2025年修正)'
const law2018 = '《中华人民共和国村民委员会组织法》(2018年修正)'
const partyFirst = `${law2025}第二十八条第三款`

/** The assembly decides, or the representatives whom it has authorised. */
const delegable = { itself: ['village-assembly'], byAuthorisation: ['village-representatives'] } as const
const since2026 = { from: '2026-01-01', partyFirst } as const
const before2026 = { from: '2018-12-29', until: '2026-01-01' } as const

const item2025 = (item: string): MatterLaw => ({
  ...since2026,
  ...delegable,
  cite: `${law2025}第二十八条第一款第${item}项、第二款`,
})
const item2018 = (item: string): MatterLaw => ({
  ...before2026,
  ...delegable,
  cite: `${law2018}第二十四条第一款第${item}项、第二款`,
})

/** The assembly alone: its own rules and powers, which no authorisation hands on. */
const assemblyAlone = (article2025: string, article2018: string): readonly [MatterLaw, MatterLaw] => [
  { ...since2026, itself: ['village-assembly'], cite: `${law2025}${article2025}` },
  { ...before2026, itself: ['village-assembly'], cite: `${law2018}${article2018}` },
]

/** 村民自治章程 and 村规民约 stand apart from the matters that may be delegated, and are filed with the township. */
const ownRules: readonly MatterLaw[] = assemblyAlone('第三十一条', '第二十七条').map((law) => ({
  ...law,
  filing: { with: 'township', cite: law.cite },
}))

const untilCollectiveLaw = (item: string): MatterLaw => ({ ...item2018(item), until: '2025-05-01' })

const notDelegableIn = {
  jurisdiction: 'CN-37',
  cite: '《山东省实施〈中华人民共和国村民委员会组织法〉办法》第二十条',
}

/** By the law before, and for by-elections, no voters' body is known here; they have a procedure of their own, on paper. */
const elsewhere = {
  itself: [],
  elsewhere: { zh: '依法定选举程序进行的选举、罢免和补选', en: 'the statutory procedure of elections and recalls' },
} as const

/** The classes of matter in a village. */
export const villageMatters: readonly Matter[] = [
  {
    id: 'village-construction',
    kind: 'village',
    title: { zh: '村庄规划、建设等乡村建设重要事项', en: 'Village planning and construction' },
    // Not among the nine items of 2018: then the assembly could take it up under the last of them.
    laws: [item2025('一'), { ...item2018('九'), notDelegableIn }],
  },
  {
    id: 'village-plan-consent',
    kind: 'village',
    title: { zh: '村庄规划报送审批前的讨论同意', en: 'Consent to a village plan before it is submitted' },
    laws: [
      {
        ...since2026,
        itself: ['village-assembly', 'village-representatives'],
        cite: '《中华人民共和国城乡规划法》第二十二条',
        approval: { by: 'county', cite: '《中华人民共和国城乡规划法》第二十二条' },
      },
      {
        ...before2026,
        itself: ['village-assembly', 'village-representatives'],
        cite: '《中华人民共和国城乡规划法》第二十二条',
      },
    ],
  },
  {
    id: 'village-subsidies',
    kind: 'village',
    title: { zh: '享受误工补贴的人员及补贴标准', en: 'Who receives work-loss subsidies, and how much' },
    laws: [item2025('二'), item2018('一')],
  },
  {
    id: 'village-collective-funds',
    kind: 'village',
    title: { zh: '从村集体经济所得资金和物资的使用', en: 'Use of funds and goods received from the collective' },
    laws: [item2025('三'), item2018('二')],
  },
  {
    id: 'village-public-works',
    kind: 'village',
    title: {
      zh: '公益事业的兴办和筹资筹劳方案及建设承包方案',
      en: 'Public works, contributions to them and their contracts',
    },
    laws: [item2025('四'), item2018('三')],
  },
  {
    // Part of the same item, with rules of its own on the representatives.
    id: 'fund-and-labour-raising',
    kind: 'village',
    title: { zh: '一事一议筹资筹劳方案', en: 'Contributions of money and labour' },
    laws: [item2025('四'), item2018('三')],
  },
  {
    id: 'village-assistance',
    kind: 'village',
    title: { zh: '重点帮扶人员、帮扶方案', en: 'Persons to be assisted, and how' },
    laws: [item2025('五'), { ...item2018('九'), notDelegableIn }],
  },
  {
    id: 'village-other',
    kind: 'village',
    title: { zh: '涉及村民利益的其他事项', en: 'Other matters of the villagers’ interests' },
    laws: [
      { ...item2025('六'), notDelegableIn },
      { ...item2018('九'), notDelegableIn },
    ],
  },
  {
    id: 'village-charter',
    kind: 'village',
    title: { zh: '村民自治章程', en: 'Charter of self-government' },
    laws: ownRules,
  },
  { id: 'village-covenant', kind: 'village', title: { zh: '村规民约', en: 'Village covenant' }, laws: ownRules },
  {
    id: 'village-annual-report',
    kind: 'village',
    title: { zh: '村民委员会年度工作报告、成员评议', en: 'The village committee’s yearly report and appraisal' },
    laws: [
      { from: '2026-01-01', ...delegable, cite: `${law2025}第二十七条` },
      { ...before2026, ...delegable, cite: `${law2018}第二十三条` },
    ],
  },
  {
    id: 'village-revoke-committee',
    kind: 'village',
    title: { zh: '撤销或者变更村民委员会的决定', en: 'Revoking or changing a decision of the village committee' },
    laws: [
      { from: '2026-01-01', ...delegable, cite: `${law2025}第二十七条` },
      { ...before2026, ...delegable, cite: `${law2018}第二十三条` },
    ],
  },
  {
    id: 'village-revoke-representatives',
    kind: 'village',
    title: { zh: '撤销或者变更村民代表会议的决定', en: 'Revoking or changing a decision of the representatives' },
    laws: assemblyAlone('第二十七条第一款', '第二十三条第一款'),
  },
  {
    id: 'village-authorisation',
    kind: 'village',
    title: { zh: '授权村民代表会议', en: 'Authorising the representatives' },
    laws: assemblyAlone('第二十八条第二款', '第二十四条第二款'),
  },
  {
    id: 'village-election',
    kind: 'village',
    title: { zh: '村民委员会的选举', en: 'Electing the village committee' },
    laws: [
      { from: '2026-01-01', itself: ['village-voters'], cite: `${law2025}第十四条、第十八条` },
      { ...before2026, ...elsewhere, cite: `${law2018}第十五条` },
    ],
  },
  {
    id: 'village-recall',
    kind: 'village',
    title: { zh: '村民委员会成员的罢免', en: 'Recalling members of the village committee' },
    laws: [
      { from: '2026-01-01', itself: ['village-voters'], cite: `${law2025}第十九条` },
      { ...before2026, ...elsewhere, cite: `${law2018}第十六条` },
    ],
  },
  {
    // By the assembly or the representatives, but by the procedure of elections: not by their rule for decisions.
    id: 'village-by-election',
    kind: 'village',
    title: { zh: '村民委员会成员的补选', en: 'Replacing members of the village committee' },
    laws: [
      { from: '2026-01-01', ...elsewhere, cite: `${law2025}第二十三条` },
      { ...before2026, ...elsewhere, cite: `${law2018}第十九条` },
    ],
  },
  {
    id: 'village-land-contracting',
    kind: 'village',
    title: { zh: '土地承包经营方案', en: 'Contracting of farmland' },
    laws: [
      membersAlone('八'),
      {
        // Two thirds of the members, or of their representatives, were asked already then: more than our bodies' rules.
        from: '2018-12-29',
        until: '2025-05-01',
        cite: '《中华人民共和国农村土地承包法》第十九条第三项、第二十八条、第五十二条',
        itself: [],
        elsewhere: { zh: '本集体经济组织成员的村民会议', en: 'the villagers’ assembly of the collective’s members' },
      },
    ],
  },
  {
    id: 'collective-projects',
    kind: 'village',
    title: { zh: '村集体经济项目的立项、承包方案', en: 'Projects of the collective economy' },
    laws: [membersDecide(''), untilCollectiveLaw('五')],
  },
  {
    id: 'collective-homesteads',
    kind: 'village',
    title: { zh: '宅基地的使用方案', en: 'Use of homesteads' },
    laws: [membersAlone('八'), untilCollectiveLaw('六')],
  },
  {
    id: 'collective-land-compensation',
    kind: 'village',
    title: { zh: '征地补偿费的使用、分配方案', en: 'Use and distribution of compensation for land' },
    laws: [membersAlone('十'), untilCollectiveLaw('七')],
  },
  {
    id: 'collective-assets',
    kind: 'village',
    title: { zh: '以借贷、租赁或者其他方式处分村集体财产', en: 'Disposal of the collective’s property' },
    laws: [membersDecide(''), untilCollectiveLaw('八')],
  },
  {
    id: 'collective-business-land',
    kind: 'village',
    title: { zh: '集体经营性建设用地的使用', en: 'Use of the collective’s land for business' },
    laws: [membersOrRepresentatives('九')],
  },
]
