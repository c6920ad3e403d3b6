import type { Matter, MatterLaw } from './matter.ts'

const law = '《中华人民共和国农村集体经济组织法》'
const partyFirst = `${law}第二十六条第二款`
const item = (n: string): string => `${law}第二十六条第一款${n === '' ? '' : `第${n}项`}`

/** Decided by the collective's members. */
export const membersDecide = (n: string): MatterLaw => ({
  from: '2025-05-01',
  cite: item(n),
  itself: ['collective-members'],
  partyFirst,
})

/** By the members alone, whatever the charter says: its charter, its members, land, compensation, merger. */
export const membersAlone = (n: '一' | '三' | '八' | '十' | '十二'): MatterLaw => ({
  ...membersDecide(n),
  withheldFrom: { body: 'collective-representatives', cite: `${item(n)}、第二十八条第四款` },
})

/** The members, or their representatives as far as the charter gives it to them: a power on file, as an authorisation is. */
export const membersOrRepresentatives = (n: string): MatterLaw => ({
  ...membersDecide(n),
  cite: `${item(n)}、第二十八条第四款`,
  byAuthorisation: ['collective-representatives'],
})

const merged = { by: 'county', cite: `${law}第二十三条、第二十四条` } as const

/** The classes of matter of a rural collective that villages did not decide before it had its own law. */
export const collectiveMatters: readonly Matter[] = [
  {
    id: 'collective-charter',
    kind: 'village',
    title: { zh: '农村集体经济组织章程', en: 'The collective’s charter' },
    laws: [{ ...membersAlone('一'), filing: { with: 'township', cite: `${law}第二十条第二款` } }],
  },
  {
    id: 'collective-internal-rules',
    kind: 'village',
    title: { zh: '集体经济组织内部管理制度', en: 'The collective’s internal rules' },
    laws: [membersOrRepresentatives('二')],
  },
  {
    id: 'collective-membership',
    kind: 'village',
    title: { zh: '集体经济组织成员的确认', en: 'Who is a member of the collective' },
    laws: [{ ...membersAlone('三'), filing: { with: 'township', cite: `${law}第十二条第四款` } }],
  },
  {
    id: 'collective-officers',
    kind: 'village',
    title: { zh: '理事会、监事会成员的选举和罢免', en: 'Electing and recalling the council and the supervisors' },
    laws: [membersOrRepresentatives('四')],
  },
  {
    id: 'collective-officers-report',
    kind: 'village',
    title: { zh: '理事会、监事会的工作报告', en: 'Reports of the council and the supervisors' },
    laws: [membersOrRepresentatives('五')],
  },
  {
    id: 'collective-officers-pay',
    kind: 'village',
    title: { zh: '理事、监事的报酬及主要经营管理人员的聘任', en: 'Pay of the officers, and the managers' },
    laws: [membersOrRepresentatives('六')],
  },
  {
    id: 'collective-plans',
    kind: 'village',
    title: { zh: '集体经济规划、计划、财务预决算、收益分配方案', en: 'Plans, budgets and the distribution of income' },
    laws: [membersOrRepresentatives('七')],
  },
  {
    id: 'collective-shares',
    kind: 'village',
    title: { zh: '集体经营性财产收益权份额量化方案', en: 'Shares in the income of the collective’s property' },
    laws: [membersAlone('八')],
  },
  {
    id: 'collective-investment',
    kind: 'village',
    title: { zh: '投资等重大事项', en: 'Investments' },
    laws: [membersOrRepresentatives('十一')],
  },
  {
    id: 'collective-merger',
    kind: 'village',
    title: { zh: '集体经济组织的合并、分立', en: 'Merging or dividing the collective' },
    laws: [{ ...membersAlone('十二'), approval: merged }],
  },
  {
    id: 'collective-outsiders',
    kind: 'village',
    title: { zh: '非成员享有收益分配等权利', en: 'Benefits for those who work there and are no members' },
    laws: [{ ...membersDecide(''), cite: `${law}第十五条` }],
  },
]
