import type { Entry } from '../format/entry.ts'
import { commitmentOf, fromHex, type Sha256 } from '../format/hash.ts'
import { disagree } from './disagreement.ts'
import type { Disclosures } from './source.ts'

/** Every text that is shown is the one that was committed to; the entry that commits to one that is not is named. */
export const checkDisclosures = (shown: Disclosures, entries: readonly Entry[], sha256: Sha256): void => {
  for (const [commitment, { salt, text }] of Object.entries(shown)) {
    if (commitmentOf(sha256, fromHex(salt), text) === commitment) continue
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
