import { bytesOf, type Entry, recordFormat } from '../../../workflows/format/entry.ts'
import { headOf, leafOf } from '../../../workflows/format/hash.ts'
import { sha256 } from '../../record/sha256.ts'
import type { AskedVote, Place, SeenVote } from './write.ts'

/** A vote with its place in the chain. */
export interface ChainedVote {
  readonly vote: AskedVote
  readonly seq: number
  readonly bytes: Uint8Array
  readonly leaf: Uint8Array
  readonly previous: Uint8Array
  readonly head: Uint8Array
}

/** Chains the votes that were written, in memory: the others never become entries. */
export const chainVotes = (
  { community, ballot, chain, secret, at, seq: from, head: before }: Place,
  votes: readonly AskedVote[],
  seen: readonly SeenVote[],
): readonly ChainedVote[] => {
  let [seq, head] = [from, before]
  const chained: ChainedVote[] = []
  for (const row of seen) {
    const vote = votes[row.n]
    if (!row.written || !vote || row.may === null) continue
    seq += 1
    const whose = { ballot, voter: row.may, ...(row.castBy === null ? {} : { castBy: row.castBy }) }
    const said = secret
      ? ({ kind: 'ballot.taken', data: whose } as const)
      : ({ kind: 'vote.cast', data: { ...whose, choice: vote.commitment } } as const)
    const entry: Entry = { format: recordFormat, community, chain, seq, recordedAt: at, actor: vote.account, ...said }
    const bytes = bytesOf(entry)
    const leaf = leafOf(sha256, bytes)
    const previous = head
    head = headOf(sha256, previous, leaf)
    chained.push({ vote, seq, bytes, leaf, previous, head })
  }
  return chained
}
