import type { Lang } from '../../workflows/wording.ts'
import type { PlaceView } from '../services/views/place.ts'
import type { Tried } from './form.ts'

/** What every part of a page is drawn with: for whom, in which language, how large, and what was just tried. */
export interface Ui {
  readonly lang: Lang
  /** Large print. */
  readonly large: boolean
  /** The page's own address with its query. */
  readonly here: string
  /** The community, and who reads; absent outside every community. */
  readonly place?: PlaceView
  /** A form that was sent and refused: what was typed stands in it again. */
  readonly tried?: Tried
  /** A new key for each form drawn: a form sent twice is one deed. */
  readonly newKey: () => string
}

/** What there is to know of a reader for what looks the same to everybody on one day. */
export interface Sight {
  readonly lang: Lang
  readonly place?: Pick<PlaceView, 'community' | 'today'>
}

export const sightOf = ({ lang, place }: Ui): Sight =>
  place ? { lang, place: { community: place.community, today: place.today } } : { lang }

/** The address of a page in the community of this one. */
export const at = ({ place }: Sight, path = ''): string => `/c/${place?.community ?? ''}${path}`

/** True where whoever reads has one of the roles. */
export const isOf = ({ place }: Ui, ...roles: readonly string[]): boolean =>
  place?.me?.roles.some((role) => roles.includes(role)) ?? false
