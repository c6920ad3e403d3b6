import type { Entry } from '../format/entry.ts'
import { isCommittedAt, isCommittedTo, type Sha256 } from '../format/hash.ts'
import { disagree } from './disagreement.ts'
import type { Disclosures, Shown } from './source.ts'

/** Whether a text that is shown is the one that was committed to: found out once. */
export const isShownRightly = (commitment: string, shown: Shown, sha256: Sha256): boolean => {
  shown.fits ??=
    'lies' in shown ? isCommittedAt(sha256, shown.lies) : isCommittedTo(sha256, commitment, shown.salt, shown.text)
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

/** Every text that is shown is one that some entry commits to; what a vote commits to the replay has noted. */
export const refuseUncited = (disclosures: Disclosures, entries: readonly Entry[]): void => {
  const uncited = new Set<unknown>()
  for (const [commitment, { cited }] of disclosures) if (!cited) uncited.add(commitment)
  if (uncited.size > 0) for (const entry of entries) for (const one of commitmentsIn(entry)) uncited.delete(one)
  for (const claimed of uncited)
    disagree({
      chain: entries[0]?.chain ?? 'community',
      seq: 1,
      what: 'disclosure_wrong',
      claimed,
      found: 'no entry commits to it',
    })
}

/** What an entry may commit to, but for a vote as it was cast, whose choice is noted in the replay: the texts as long as a hash among its data, in corrected votes too, and its evidence. */
const commitmentsIn = ({ kind, attested, data }: Entry): readonly unknown[] => {
  const evidence = attested ? [attested.evidence] : []
  if (kind === 'vote.cast') return evidence
  const votes = kind === 'ballot.corrected' ? data.votes.map(({ choice }) => choice) : []
  return [
    ...Object.values(data).filter((value) => typeof value === 'string' && value.length === 64),
    ...votes,
    ...evidence,
  ]
}
