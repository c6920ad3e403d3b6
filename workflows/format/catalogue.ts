import type { z } from 'zod'
import { afterDecision } from './catalogue/afterwards.ts'
import { ofCommunity } from './catalogue/community.ts'
import { inDecision } from './catalogue/decision.ts'
import { inElection } from './catalogue/election.ts'
import { ofMeeting } from './catalogue/meeting.ts'
import { onTheWay } from './catalogue/proposal.ts'

export { type FactTag, word } from './catalogue/fields.ts'
export * from './catalogue/words.ts'

/**
 * The closed catalogue of what a record may say. A **move** changes the stage of a proposal and must pass its gate; a
 * **fact** is admitted while the current step carries its tag (`always`: while the case runs); the entries of the
 * community's and the meetings' chains are plain facts.
 *
 * Kinds are added, never renamed. A `Commitment` binds the entry to a text that lies outside and may be erased; every other
 * string is an id, a day, a hash, one of a list, or a word of the procedure, so that no name or free text gets in.
 */
export const catalogue = {
  ...onTheWay,
  ...inDecision,
  ...inElection,
  ...afterDecision,
  ...ofMeeting,
  ...ofCommunity,
} as const

export type EntryKind = keyof typeof catalogue
export type DataOf<K extends EntryKind> = z.infer<(typeof catalogue)[K]['data']>
export type MoveKind = { [K in EntryKind]: (typeof catalogue)[K]['as'] extends 'move' ? K : never }[EntryKind]
export type KindOf<C extends 'proposal' | 'meeting' | 'community'> = {
  [K in EntryKind]: (typeof catalogue)[K]['chain'] extends C ? K : never
}[EntryKind]

export const isEntryKind = (kind: string): kind is EntryKind => Object.hasOwn(catalogue, kind)

const moves: ReadonlySet<string> = new Set(
  Object.entries(catalogue).flatMap(([kind, { as }]) => (as === 'move' ? [kind] : [])),
)
const tags: ReadonlyMap<string, string> = new Map(
  Object.entries(catalogue).flatMap(([kind, { tag }]) => (tag === undefined ? [] : [[kind, tag]])),
)

export const isMove = (kind: EntryKind): kind is MoveKind => moves.has(kind)
/** The tag that a step carries which admits a fact of this kind. */
export const tagOf = (kind: EntryKind): string | undefined => tags.get(kind)
