import { originOf, readKeptCheckpoint } from '../../workflows/format/checkpoint.ts'
import { parseEntry } from '../../workflows/format/entry.ts'
import { Disagrees } from '../../workflows/verify/disagreement.ts'
import type { RecordSource, SealedHead } from '../../workflows/verify/source.ts'
import { checkTree, readTree } from '../../workflows/verify/tree.ts'
import { ed25519 } from '../identity/record-key.ts'
import { announcements } from '../record/announced-keys.ts'
import { sha256 } from '../record/sha256.ts'
import { disagree } from './disagreement.ts'
import { rowsOf } from './rows.ts'
import type { Asked } from './tables.ts'

/**
 * The tree is what its leaves come to, every checkpoint stands over it with its signature, and it reaches and fits the
 * checkpoints that somebody has kept: a backup from before one of them does not have it.
 */
export const agreeOnTree = async (
  tx: Asked,
  community: string,
  keys: RecordSource['keys'],
  kept: readonly string[],
): Promise<void> => {
  const rows = await tx.unsafe<{ note: string }[]>(
    'select note from checkpoint where community = current_community() order by size',
  )
  const own = kept.filter((note) => readKeptCheckpoint(note)?.origin === originOf(community))
  const announced = await tx.unsafe<{ bytes: string }[]>(announcements)
  const source: RecordSource = {
    community,
    keys,
    cases: [],
    chains: [],
    whole: false,
    entries: () => [],
    signedHeads: async () => [],
    disclosures: async () => new Map(),
    tree: { leaves: leavesOf(tx), checkpoints: rows.map(({ note }) => note) },
  }
  const tools = { sha256, ed25519 }
  try {
    const sealed = await readTree(source, { checkpoints: own }, tools)
    const entries = announced.map(({ bytes }) => parseEntry(new TextEncoder().encode(bytes)))
    await checkTree(source, { checkpoints: own }, sealed, entries, tools)
  } catch (error) {
    if (!(error instanceof Disagrees)) throw error
    const { chain, seq, what } = error.disagreement
    disagree(
      community,
      { chain, seq },
      what === 'tail_cut' ? 'tail_cut' : what === 'split_view' ? 'split_view' : 'tree_wrong',
    )
  }
}

async function* leavesOf(tx: Asked): AsyncGenerator<SealedHead> {
  const query = `select chain, seq, encode(head, 'hex') as head from seal where community = current_community() order by size`
  for await (const rows of rowsOf<SealedHead>(tx, query)) yield* rows
}
