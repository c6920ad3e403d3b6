import type { Day } from '../rules/days.ts'
import type { Group, Rule } from '../rules/types.ts'

/** The kinds of body that deliberate or decide. Each community has at most one of a kind. */
export const bodyKinds = [
  'village-assembly', // 村民会议
  'village-representatives', // 村民代表会议
  'village-committee', // 村民委员会
  'residents-assembly', // 居民会议
  'residents-representatives', // 居民代表会议
  'residents-committee', // 居民委员会
  'residents-council', // 居民议事会
  'party-assembly', // 党支部党员大会
  'party-committee', // 党支部委员会 / 社区党委
  'two-committees', // 村(社区)"两委"会: the union of party committee and village or residents' committee
  'supervision-committee', // 村务 / 居务监督委员会
  'experts', // 专家组
  'owners', // 业主大会 (业主共同决定)
  'owners-committee', // 业主委员会
  'collective-members', // 农村集体经济组织成员大会
  'collective-representatives', // 农村集体经济组织成员代表大会
  'collective-council', // 农村集体经济组织理事会
  'village-voters', // 村民委员会选举、罢免: the villagers registered to take part
  'city-voters', // 居民委员会选举、罢免: the registered residents, the households' or the residents' representatives
  'election-committee', // 村民 / 居民选举委员会
] as const
export type BodyKind = (typeof bodyKinds)[number]

/** Groups of a roll that provisions speak of; frozen with the roll. */
export const rollGroups = ['representatives', 'women', 'women-representatives'] as const
export type RollGroup = (typeof rollGroups)[number] & Group

/** Who may demand a meeting by signing for it: adults, households (one signature each), the elected representatives, or owners. */
export const demandGroups = ['adults', 'households', 'representatives', 'owners'] as const
export type DemandGroup = (typeof demandGroups)[number]

/** A share of a group whose signatures oblige the committee to call the body. */
export interface Demand {
  readonly of: DemandGroup
  readonly atLeast: readonly [number, number]
}

/** In what way a body meets or elects where the law lets it choose; chosen beforehand and never mixed. */
export const modes = ['persons', 'households', 'representatives'] as const
export type Mode = (typeof modes)[number]

/** How a meeting is called: whole calendar days before the meeting day, counted backwards and never shifted. */
export interface Convocation {
  readonly daysBefore: number
  readonly written?: boolean
  readonly posted?: boolean
  /** True where the law lets special circumstances shorten the days (临时通知); nothing else is relaxed. */
  readonly emergency?: boolean
}

/** Whether somebody else may cast one's vote (委托投票), and within which bounds; nobody hands on a vote entrusted to him. */
export interface ProxyRule {
  /** How many a proxy may vote for; absent: the law sets no number. */
  readonly max?: number
  readonly written: true
  /** True where no candidate may be a proxy. */
  readonly candidatesExcluded?: boolean
  /** True where the proxy must belong to the principal's household. */
  readonly sameHousehold?: boolean
  /** True where the proxy must be entitled to vote as well. */
  readonly entitled?: boolean
  readonly cite: string
}

/** A way of voting that the law may ask for: each by name (记名), secret (无记名), or hands counted. */
export const waysOfVoting = ['recorded', 'secret', 'counted'] as const
export type WayOfVoting = (typeof waysOfVoting)[number]

/** A rule of law (or a default of ours, marked so) on one body's meetings, as it stands between two days. */
export interface Provision {
  readonly id: string
  /** 'law' and 'regulation' are the state's, 'party' the Party's; 'default' is ours where no national rule was found, and may be tightened. */
  readonly source: 'law' | 'regulation' | 'party' | 'default'
  readonly body: BodyKind
  /** Each mode is a provision; one is chosen before convocation. Absent where the body knows one mode only. */
  readonly mode?: Mode
  /** The classes of matter that it is about; absent: all. */
  readonly matters?: readonly string[]
  readonly cite: string
  readonly text: string
  /** In force on `from` and until the day before `until`. */
  readonly from: Day
  readonly until?: Day
  /** ISO 3166-2 code of the province whose addition this is; absent: the whole country. */
  readonly jurisdiction?: string
  /** The bodies whose task it is to call the meeting; a meeting on demand is called by them too. */
  readonly convenes?: readonly BodyKind[]
  /** The presider sits in one of these bodies. */
  readonly presides?: readonly BodyKind[]
  /** Any one of these shares of signatures will do. */
  readonly demands?: readonly Demand[]
  readonly convocation?: Convocation
  /** Judged at calling on the entitled of the roll and its groups. */
  readonly composition?: Rule
  /** Judged at the roll call: who must have come. */
  readonly quorum?: Rule
  /** Judged at the close of the ballot on what was cast: who must have taken part. */
  readonly participation?: Rule
  readonly passes?: Rule
  /** What a candidate must have received in a run-off (另行选举), besides the most votes. */
  readonly runOff?: Rule
  /** Absent: nobody may vote by proxy. */
  readonly proxies?: ProxyRule
  /** Whether somebody who is recused (回避) stays in the base; absent: stays. */
  readonly recusal?: 'in-base' | 'out-of-base'
  /** The ways of voting that are admitted; absent: any. */
  readonly voting?: readonly WayOfVoting[]
  /** What the wording leaves open, and how it is read here. */
  readonly note?: string
}

/** Gives a provision back as it is, checked for its shape by the compiler. */
export const provision = <const P extends Provision>(p: P): P => p
