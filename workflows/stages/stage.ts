import type { Motion } from '../format/catalogue.ts'
import type { BodyKind, Mode, Provision } from '../law/provision.ts'
import type { Rule } from '../rules/types.ts'

/** A name as pages and prints show it. */
export interface Title {
  readonly zh: string
  readonly en: string
}

interface StageBase<Kind extends string> {
  readonly kind: Kind
  /** Unique within the procedure: stages are referred to by it, also in the record. */
  readonly id: string
  readonly title: Title
}

/** 提议题: the matter is accepted, or refused with its reason. */
export interface IntakeStage extends StageBase<'intake'> {
  /** The body that decides in the end: it must be competent for the matter. */
  readonly decides: BodyKind
  readonly needsDraft: boolean
}

/** 出主意: talks are held, convened by the body named, the invited groups heard, and advice written down. */
export interface ConsultationStage extends StageBase<'consultation'> {
  readonly convenes: BodyKind
  readonly invites: readonly string[]
}

/** 拟方案: a draft that says which advice it follows and which it leaves. */
export interface DraftingStage extends StageBase<'drafting'> {
  readonly approvedBy?: BodyKind
}

/** 公示: the draft hangs its days and every comment in time is dealt with. */
export interface PostingStage extends StageBase<'posting'> {
  readonly days: number
  readonly counted: 'calendar' | 'working'
  /** The stage where drafts are written that an upheld objection sends the case back to. */
  readonly upheldObjection: string
  /** Who decides an objection, and within how many days; past them it may be taken to the office above. */
  readonly objections?: { readonly decidedBy: BodyKind; readonly days: number }
}

/** 专家审查: each discipline has given its opinion on the draft. */
export interface ReviewStage extends StageBase<'review'> {
  readonly disciplines: readonly string[]
  /** The posting stage that a draft changed here goes back to. */
  readonly changes: string
}

/** A procedure's or a village's own rule, which stands beside the law's and must be met too. */
export interface OwnRule {
  readonly id: string
  readonly cite: string
  readonly text: string
  readonly rule: Rule
}

/** 审议 or 表决: one body, called in time, with its quorum at the roll call and its threshold in the ballot. */
export interface DecisionStage extends StageBase<'decision'> {
  readonly body: BodyKind
  readonly mode?: Mode
  /** Every dated text of the law on this body, and the province's additions; the one in force on the day is applied. */
  readonly law: readonly Provision[]
  readonly own: readonly OwnRule[]
  readonly motions: readonly Motion[]
  /** True for the stage whose adoption decides the case. */
  readonly final: boolean
  /** Where a returned or rejected plan is changed: here, or in an earlier drafting stage. */
  readonly revise: 'here' | string
  /** Which earlier approvals survive a changed plan: all (`continue`), none (`restart`), or those before a stage. */
  readonly afterAmendment: 'continue' | 'restart' | string
  /** How often the body may be called for want of quorum before the case is abandoned. */
  readonly calls: number
  /** Who may see how each member voted. */
  readonly rollCall: 'public' | 'members' | 'totals'
  /** Written ballots over at least so many days, instead of a vote in a hall; absent: in a hall. */
  readonly circulated?: { readonly days: number }
  /** True where the body's own rule lets a phone outside the hall count as present. */
  readonly remote?: true
  /** True where voters may change their own recorded vote until the close; absent: it stands as cast. */
  readonly changes?: true
  /** True where votes come on paper alone and no phone takes part: recalls. */
  readonly paperOnly?: true
  /** True where the body is called only because enough have signed for it. */
  readonly demanded?: true
}

/** 选举: the voters fill offices on paper, called together in time, and again for the seats that are left. */
export interface ElectionStage extends StageBase<'election'> {
  readonly body: BodyKind
  readonly mode?: Mode
  /** As of a decision: every dated text of the law on these voters. */
  readonly law: readonly Provision[]
  /** What is to be filled, in the order of the paper. */
  readonly offices: readonly { readonly office: string; readonly seats: number }[]
  /** The election decides the case. */
  readonly final: true
  /** How often the voters may be called, too few of them voting, before the case is abandoned. */
  readonly calls: number
}

/** 公布: the decision, or its result, hangs its days and objections are answered. */
export interface PublicationStage extends StageBase<'publication'> {
  readonly days: number
  /** True where filing (备案) must be on file before the stage ends, if the matter asks it. */
  readonly filing: boolean
}

/** 实施: carried out, with progress reported until it is complete. */
export interface ImplementationStage extends StageBase<'implementation'> {}

/** 实施效果评议: residents rate what was done. */
export interface EvaluationStage extends StageBase<'evaluation'> {
  readonly days: number
}

export type Stage =
  | IntakeStage
  | ConsultationStage
  | DraftingStage
  | PostingStage
  | ReviewStage
  | DecisionStage
  | ElectionStage
  | PublicationStage
  | ImplementationStage
  | EvaluationStage

/** What a community's procedure is once its choices are made: plain JSON, hashed, pinned by each proposal. */
export interface ExpandedProcedure {
  /** The compiler's format: an old case replays with the compiler of its number. */
  readonly format: 1
  readonly procedure: string
  readonly title: Title
  readonly place: Place
  readonly choices: Readonly<Record<string, string | number>>
  /** Days without a move after which an undecided case may expire. */
  readonly expiryDays?: number
  readonly stages: readonly Stage[]
}

/** Where a procedure is adopted: a village or a city neighbourhood, and the province whose additions apply. */
export interface Place {
  readonly sort: 'village' | 'city'
  /** ISO 3166-2, such as CN-37. */
  readonly jurisdiction?: string
}

/** How a case may end. */
export const ends = [
  'closed',
  'withdrawn',
  'refused-at-intake',
  'rejected',
  'unlawful',
  'abandoned-without-quorum',
  'merged',
  'expired',
  'referred',
  'revoked',
] as const
export type End = (typeof ends)[number]

/** What was asked for last: a case asks for the stage that it is in with each of its entries. */
const last: { stages?: readonly Stage[]; id?: string; stage?: Stage | undefined } = {}

/** The stage of a procedure by its id. */
export const stageNamed = ({ stages }: ExpandedProcedure, id: string): Stage | undefined => {
  if (last.stages !== stages || last.id !== id) {
    last.stage = stages.find((stage) => stage.id === id)
    last.stages = stages
    last.id = id
  }
  return last.stage
}
