import type { BodyKind } from '../../workflows/law/provision.ts'

/** What somebody is in a body; who presides stands first. */
export const offices = ['chair', 'deputy', 'member', 'representative'] as const
export type Office = (typeof offices)[number]

/** One place in a body that a position brings with it. */
export interface PositionSeat {
  readonly body: BodyKind
  readonly office: Office
  /** Why the seat has no vote and is left out of the base. */
  readonly voteless?: { readonly zh: string; readonly en: string }
}

/** A position as the column 身份 names it. */
export interface Position {
  /** The other ways of writing it. */
  readonly also?: readonly string[]
  /** Absent: both in villages and in the city. */
  readonly place?: 'village' | 'city'
  readonly seats: readonly PositionSeat[]
}

// 村委会 members belong to 村民代表会议 by law (村民委员会组织法 第二十九条) and to the two committees, which the party's
// secretary chairs, not the committee's.
const villageCommittee = (office: Office): readonly PositionSeat[] => [
  { body: 'village-committee', office },
  { body: 'village-representatives', office },
  { body: 'two-committees', office: 'member' },
]

// The same in the city: 城市居民委员会组织法 第二十八条.
const residentsCommittee = (office: Office): readonly PositionSeat[] => [
  { body: 'residents-committee', office },
  { body: 'residents-representatives', office },
  { body: 'two-committees', office: 'member' },
]

// The party assembly elects its committee from among its full members, so that whoever sits in it is one.
const partyCommittee = (office: Office): readonly PositionSeat[] => [
  { body: 'party-committee', office },
  { body: 'two-committees', office },
  { body: 'party-assembly', office },
]

const supervision = (office: Office): readonly PositionSeat[] => [{ body: 'supervision-committee', office }]

const electing = (office: Office): readonly PositionSeat[] => [{ body: 'election-committee', office }]

// 业主委员会 calls the owners' assembly; its members own units, and their seats bring none elsewhere.
const ownersCommittee = (office: Office): readonly PositionSeat[] => [{ body: 'owners-committee', office }]

const council = (office: Office): readonly PositionSeat[] => [{ body: 'residents-council', office }]

const collectiveCouncil = (office: Office): readonly PositionSeat[] => [{ body: 'collective-council', office }]

const withoutVote = (zh: string, en: string): readonly PositionSeat[] => [
  { body: 'party-assembly', office: 'member', voteless: { zh, en } },
]

const none: readonly PositionSeat[] = []

/** Every position that the column 身份 may name, and the seats it brings; whatever is not here is a fault of the row. */
export const positionTable = {
  党员: { also: ['中共党员', '正式党员', '共产党员'], seats: [{ body: 'party-assembly', office: 'member' }] },
  预备党员: {
    also: ['中共预备党员'],
    seats: withoutVote('预备党员没有表决权', 'A probationary member has no vote'),
  },
  留党察看党员: {
    also: ['留党察看'],
    seats: withoutVote('留党察看期间没有表决权', 'No vote while on probation within the Party'),
  },
  支部书记: {
    also: [
      '党支部书记',
      '村党支部书记',
      '村支部书记',
      '村支书',
      '社区党支部书记',
      '党总支书记',
      '党委书记',
      '村党委书记',
    ],
    seats: partyCommittee('chair'),
  },
  支部副书记: {
    also: ['党支部副书记', '村党支部副书记', '村支部副书记', '社区党支部副书记', '党总支副书记', '党委副书记'],
    seats: partyCommittee('deputy'),
  },
  支部委员: {
    also: ['党支部委员', '支委', '支委委员', '村党支部委员', '社区党支部委员', '党总支委员', '党委委员'],
    seats: partyCommittee('member'),
  },
  社区党委书记: { also: ['社区党总支书记'], place: 'city', seats: partyCommittee('chair') },
  社区党委副书记: { also: ['社区党总支副书记'], place: 'city', seats: partyCommittee('deputy') },
  社区党委委员: { also: ['社区党总支委员'], place: 'city', seats: partyCommittee('member') },
  村委会主任: { also: ['村民委员会主任', '村主任'], place: 'village', seats: villageCommittee('chair') },
  村委会副主任: { also: ['村民委员会副主任', '村副主任'], place: 'village', seats: villageCommittee('deputy') },
  村委会委员: {
    also: ['村民委员会委员', '村委会成员', '村委委员', '村委'],
    place: 'village',
    seats: villageCommittee('member'),
  },
  居委会主任: { also: ['居民委员会主任', '社区居委会主任'], place: 'city', seats: residentsCommittee('chair') },
  居委会副主任: { also: ['居民委员会副主任', '社区居委会副主任'], place: 'city', seats: residentsCommittee('deputy') },
  居委会委员: {
    also: ['居民委员会委员', '居委会成员', '社区居委会委员', '居委委员', '居委'],
    place: 'city',
    seats: residentsCommittee('member'),
  },
  村民代表: { place: 'village', seats: [{ body: 'village-representatives', office: 'representative' }] },
  居民代表: {
    also: ['社区居民代表'],
    place: 'city',
    seats: [{ body: 'residents-representatives', office: 'representative' }],
  },
  居民议事会召集人: { also: ['居民议事会主任', '议事会召集人'], place: 'city', seats: council('chair') },
  居民议事会成员: { also: ['议事会成员', '居民议事会委员'], place: 'city', seats: council('member') },
  业主委员会主任: { also: ['业委会主任'], place: 'city', seats: ownersCommittee('chair') },
  业主委员会副主任: { also: ['业委会副主任'], place: 'city', seats: ownersCommittee('deputy') },
  业主委员会委员: {
    also: ['业委会委员', '业委会成员', '业主委员会成员'],
    place: 'city',
    seats: ownersCommittee('member'),
  },
  村务监督委员会主任: { also: ['村监委会主任', '监委会主任'], place: 'village', seats: supervision('chair') },
  村务监督委员会副主任: { also: ['村监委会副主任'], place: 'village', seats: supervision('deputy') },
  村务监督委员会成员: {
    also: ['村务监督委员会委员', '村监委会成员', '村监委会委员'],
    place: 'village',
    seats: supervision('member'),
  },
  居务监督委员会主任: { place: 'city', seats: supervision('chair') },
  居务监督委员会副主任: { place: 'city', seats: supervision('deputy') },
  居务监督委员会成员: { also: ['居务监督委员会委员'], place: 'city', seats: supervision('member') },
  选举委员会主任: { also: ['村民选举委员会主任', '居民选举委员会主任'], seats: electing('chair') },
  选举委员会副主任: { also: ['村民选举委员会副主任', '居民选举委员会副主任'], seats: electing('deputy') },
  选举委员会成员: {
    also: ['选举委员会委员', '村民选举委员会委员', '村民选举委员会成员', '居民选举委员会委员'],
    seats: electing('member'),
  },
  登记选民: {
    also: ['选民', '登记参加选举的村民'],
    place: 'village',
    seats: [{ body: 'village-voters', office: 'member' }],
  },
  // Each of them, or one of each household, as the committee is elected; the representatives are on the roll without it.
  登记居民选民: {
    also: ['居民选民', '登记参加选举的居民', '户选举代表'],
    place: 'city',
    seats: [{ body: 'city-voters', office: 'member' }],
  },
  // 农村集体经济组织法: members are of full capacity, and the council calls both of their meetings.
  集体经济组织成员: {
    also: ['农村集体经济组织成员', '集体成员'],
    place: 'village',
    seats: [{ body: 'collective-members', office: 'member' }],
  },
  集体经济组织成员代表: {
    also: ['农村集体经济组织成员代表', '集体成员代表', '成员代表'],
    place: 'village',
    seats: [{ body: 'collective-representatives', office: 'representative' }],
  },
  集体经济组织理事长: {
    also: ['农村集体经济组织理事长', '理事长'],
    place: 'village',
    seats: collectiveCouncil('chair'),
  },
  集体经济组织副理事长: {
    also: ['农村集体经济组织副理事长', '副理事长'],
    place: 'village',
    seats: collectiveCouncil('deputy'),
  },
  集体经济组织理事: {
    also: ['农村集体经济组织理事', '理事会成员', '理事'],
    place: 'village',
    seats: collectiveCouncil('member'),
  },
  // Known, but without a seat in any body that decides.
  群众: { also: ['村民', '居民', '普通群众'], seats: none },
  户主: { also: ['家庭户主'], seats: none },
  共青团员: { also: ['团员'], seats: none },
  小组长: { also: ['村民小组长', '居民小组长', '组长', '网格员', '楼栋长', '楼长', '单元长'], seats: none },
  工作人员: { also: ['村会计', '会计', '村文书', '文书', '报账员', '社区工作者'], seats: none },
  群团干部: { also: ['妇联主席', '团支部书记', '民兵连长'], seats: none },
  驻村干部: { also: ['驻村第一书记', '第一书记', '驻村工作队员'], seats: none },
} as const satisfies Readonly<Record<string, Position>>

export type PositionName = keyof typeof positionTable
