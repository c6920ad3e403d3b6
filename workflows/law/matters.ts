import type { Day } from '../rules/days.ts'
import type { FilingOffice, Matter, MatterLaw } from './matter.ts'
import { cityMatters } from './matters-city.ts'
import { collectiveMatters } from './matters-collective.ts'
import { ownersMatters } from './matters-owners.ts'
import { villageMatters } from './matters-village.ts'
import type { BodyKind } from './provision.ts'

const partyMatter: Matter = {
  id: 'party-affairs',
  kind: 'either',
  title: { zh: '党支部的重要事项', en: 'Important matters of the party branch' },
  laws: [{ from: '2018-10-28', itself: ['party-assembly'], cite: '《中国共产党支部工作条例(试行)》第十一条' }],
}

/** Every class of matter that a proposal can be accepted for, or must be sent elsewhere with. */
export const matters: readonly Matter[] = [
  ...villageMatters,
  ...collectiveMatters,
  ...cityMatters,
  ...ownersMatters,
  partyMatter,
]

/** Whether a body may decide a matter, under which article, and who may where it may not. */
export interface Competence {
  /** 'by-authorisation': only with an authorisation on file that names the matter and its term, posted and filed. */
  readonly decides: 'itself' | 'by-authorisation' | 'never'
  readonly cite: string
  readonly instead?: readonly BodyKind[]
  /** Set where the matter belongs to none of our bodies. */
  readonly elsewhere?: { readonly zh: string; readonly en: string }
}

/** Judged by the law of the day of decision; a matter not listed, or not known to the law that day, nobody may decide. */
export function competence(
  matter: string,
  body: BodyKind,
  { day, jurisdiction }: { readonly day: Day; readonly jurisdiction?: string | undefined },
): Competence {
  const law = lawOn(matter, day)
  if (law === undefined) return { decides: 'never', cite: '当日没有所载的条文规定由谁决定该事项' }
  const { cite, itself, byAuthorisation = [], elsewhere, notDelegableIn, withheldFrom } = law
  if (itself.includes(body)) return { decides: 'itself', cite }
  const withheld = notDelegableIn !== undefined && notDelegableIn.jurisdiction === jurisdiction
  if (byAuthorisation.includes(body) && !withheld) return { decides: 'by-authorisation', cite }
  const keptFrom = withheldFrom?.body === body ? withheldFrom.cite : cite
  return {
    decides: 'never',
    cite: byAuthorisation.includes(body) && notDelegableIn ? notDelegableIn.cite : keptFrom,
    ...(itself.length > 0 ? { instead: itself } : {}),
    ...(elsewhere ? { elsewhere } : {}),
  }
}

/** With whom a decision on the matter must be filed (备案), if at all. */
export const filingFor = (
  matter: string,
  day: Day,
): { readonly with: FilingOffice; readonly cite: string } | undefined => lawOn(matter, day)?.filing

/** Who must approve a decision on the matter (批准), if anybody. */
export const approvalFor = (matter: string, day: Day): MatterLaw['approval'] => lawOn(matter, day)?.approval

/** The article by which the party organisation must have discussed the matter first, if one asks it that day. */
export function needsPartyDiscussion(matter: string, day: Day): { readonly cite: string } | undefined {
  const cite = lawOn(matter, day)?.partyFirst
  return cite === undefined ? undefined : { cite }
}

const lawOn = (id: string, day: Day): MatterLaw | undefined =>
  matters
    .find((matter) => matter.id === id)
    ?.laws.find((law) => law.from <= day && (law.until === undefined || day < law.until))
