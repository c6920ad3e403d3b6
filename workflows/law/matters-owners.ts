import type { Matter } from './matter.ts'

const classOf = (id: string, item: string, zh: string, en: string): Matter => ({
  id: `owners-${id}`,
  kind: 'city',
  title: { zh, en },
  laws: [{ from: '2021-01-01', itself: ['owners'], cite: `《中华人民共和国民法典》第二百七十八条第一款第${item}项` }],
})

/** What the owners of a building or quarter decide in common; the sixth to the eighth ask the greater majority. */
export const ownersMatters: readonly Matter[] = [
  classOf('procedure', '一', '业主大会议事规则', 'Rules of the owners’ assembly'),
  classOf('covenant', '二', '管理规约', 'The owners’ covenant'),
  classOf('committee-members', '三', '选举或者更换业主委员会成员', 'Electing or replacing the owners’ committee'),
  classOf('manager', '四', '选聘和解聘物业服务企业或者其他管理人', 'Engaging and dismissing the property manager'),
  classOf('fund-use', '五', '使用建筑物及其附属设施的维修资金', 'Using the maintenance fund'),
  classOf('fund-raising', '六', '筹集建筑物及其附属设施的维修资金', 'Raising the maintenance fund'),
  classOf('rebuilding', '七', '改建、重建建筑物及其附属设施', 'Altering or rebuilding'),
  classOf(
    'common-parts',
    '八',
    '改变共有部分的用途或者利用共有部分从事经营活动',
    'Changing the use of common parts, or trading on them',
  ),
  classOf('other', '九', '有关共有和共同管理权利的其他重大事项', 'Other important matters of common ownership'),
]
