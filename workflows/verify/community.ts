import type { EntryOf } from '../format/entry.ts'
import type { Chains } from './chains.ts'
import { disagreeAt } from './disagreement.ts'
import { same } from './roll.ts'

/** A case is opened under a procedure that the community's own chain had adopted by then, and under no other. */
export const checkAdopted = (opening: EntryOf<'proposal.opened'>, procedure: string, chains: Chains): void => {
  const { adoption, adoptionHash: hash } = opening.data
  const claimed = { adoption, hash, procedure }
  const made = chains
    .get('community')
    ?.some(
      ({ kind, data, recordedAt }) =>
        kind === 'adoption.made' && recordedAt <= opening.recordedAt && same(data, claimed),
    )
  if (!made) disagreeAt(opening, 'adoption_wrong', { claimed, found: 'not adopted' })
}

/** A discussion of the party organisation that is cited is the one that the community's chain had recorded by then. */
export const checkDiscussion = (entry: EntryOf<'party-discussion.filed'>, chains: Chains): void => {
  const { discussion, ...claimed } = entry.data
  if (discussion === undefined) return
  const recorded = chains
    .get('community')
    ?.find(
      ({ kind, data, recordedAt }) =>
        kind === 'discussion.recorded' && data.discussion === discussion && recordedAt <= entry.recordedAt,
    )
  const known = recorded?.kind === 'discussion.recorded' ? recorded.data : undefined
  const found = known && { heldOn: known.heldOn, agreed: known.agreed, text: known.text }
  if (!found || !same(claimed, found))
    disagreeAt(entry, 'refused_on_replay', { claimed, found: found ?? 'discussion_unknown' })
}
