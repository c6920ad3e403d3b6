import type { Entry } from '../format/entry.ts'
import { isCommittedTo, type Sha256 } from '../format/hash.ts'
import { disagree } from './disagreement.ts'
import type { Disclosures, Shown } from './source.ts'

/** Whether a text that is shown is the one that was committed to: found out once. */
export const isShownRightly = (commitment: string, shown: Shown, sha256: Sha256): boolean => {
  shown.fits ??= isCommittedTo(sha256, commitment, shown.salt, shown.text)
  return shown.fits
}

/** Every text that is shown is the one that was committed to; the entry that commits to one that is not is named. */
export const checkDisclosures = (disclosures: Disclosures, entries: readonly Entry[], sha256: Sha256): void => {
  for (const [commitment, shown] of disclosures) {
    if (isShownRightly(commitment, shown, sha256)) continue
    const cites = entries.find((entry) => JSON.stringify(entry).includes(commitment))
    disagree({
      chain: cites?.chain ?? entries[0]?.chain ?? 'community',
      seq: cites?.seq ?? 1,
      ...(cites ? { kind: cites.kind } : {}),
      what: 'disclosure_wrong',
      claimed: commitment,
    })
  }
}

/** Every text that is shown is one that some entry commits to. */
export const refuseUncited = (disclosures: Disclosures, entries: readonly Entry[]): void => {
  if (disclosures.size === 0) return
  const cited = commitmentsIn(entries)
  for (const commitment of disclosures.keys())
    if (!cited.has(commitment))
      disagree({
        chain: entries[0]?.chain ?? 'community',
        seq: 1,
        what: 'disclosure_wrong',
        claimed: commitment,
        found: 'no entry commits to it',
      })
}

/** What entries may commit to: the texts as long as a hash among their data, in corrected votes too, and their evidence. */
const commitmentsIn = (entries: readonly Entry[]): ReadonlySet<unknown> => {
  const found = new Set<unknown>()
  for (const { kind, attested, data } of entries) {
    for (const value of Object.values(data)) if (typeof value === 'string' && value.length === 64) found.add(value)
    if (kind === 'ballot.corrected') for (const { choice } of data.votes) found.add(choice)
    if (attested) found.add(attested.evidence)
  }
  return found
}
