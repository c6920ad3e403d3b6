import type { Day } from '../rules/days.ts'
import type { BodyKind } from './provision.ts'

/** The offices above a community, with which its rules are filed (备案) and which may order it to put things right. */
export const offices = ['township', 'sub-district'] as const
export type FilingOffice = (typeof offices)[number]

/** Who may decide a matter between two days, and what the law asks besides. */
export interface MatterLaw {
  /** In force on `from` and until the day before `until`. */
  readonly from: Day
  readonly until?: Day
  readonly cite: string
  /** Bodies that decide in their own right. */
  readonly itself: readonly BodyKind[]
  /** Bodies that decide only with an authorisation (授权) naming the matter and its term, posted and filed. */
  readonly byAuthorisation?: readonly BodyKind[]
  /** A province where no authorisation helps. */
  readonly notDelegableIn?: { readonly jurisdiction: string; readonly cite: string }
  /** A body from which the law keeps the matter in so many words. */
  readonly withheldFrom?: { readonly body: BodyKind; readonly cite: string }
  /** Who decides where it is none of our bodies. */
  readonly elsewhere?: { readonly zh: string; readonly en: string }
  /** Who must approve the decision before it is carried out. */
  readonly approval?: { readonly by: FilingOffice | 'county'; readonly cite: string }
  readonly filing?: { readonly with: FilingOffice; readonly cite: string }
  /** The article that asks for the party organisation's discussion beforehand. */
  readonly partyFirst?: string
}

/** The legal class of a proposal. Ids are stable: they stand in records. */
export interface Matter {
  readonly id: string
  /** 'either' where villages and neighbourhoods know it alike. */
  readonly kind: 'village' | 'city' | 'either'
  readonly title: { readonly zh: string; readonly en: string }
  /** Newest first. */
  readonly laws: readonly MatterLaw[]
}
