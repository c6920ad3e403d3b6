import { canonicalBytes } from '../../workflows/format/canonical.ts'
import type { Entry } from '../../workflows/format/entry.ts'
import { toHex } from '../../workflows/format/hash.ts'
import { type Keys, publicJwks } from '../identity/keys.ts'
import { openHeadWith } from '../identity/record-key.ts'
import { communityChain } from '../record/chains.ts'
import { sha256 } from '../record/sha256.ts'
import { agreeOnCase } from './agree-case.ts'
import { agreeOnHeads, chainsOf, entriesOf } from './agree-chain.ts'
import { agreeOnMeeting } from './agree-meeting.ts'
import { agreeOnIdNumbers, agreeOnTexts } from './agree-sealed.ts'
import { agreeOnTree } from './agree-tree.ts'
import { disagree } from './disagreement.ts'
import type { Asked } from './tables.ts'

/** How much was held against the record. */
export interface Checked {
  readonly entries: number
  readonly proposals: number
  readonly votes: number
  readonly texts: number
}

/**
 * Works every community's record out again from its entries, as if from nothing: hashes, signatures, the replay of each case;
 * and holds the tables beside it against what comes out. Stops at the first thing that does not agree.
 */
export const agree = async (
  tx: Asked,
  keys: Keys,
  log: (message: string, facts?: Readonly<Record<string, unknown>>) => void,
  signal?: AbortSignal,
  kept: readonly string[] = [],
): Promise<Checked> => {
  const sums = { entries: 0, proposals: 0, votes: 0, texts: 0 }
  const openHead = openHeadWith(publicJwks(keys).record)
  const communities = await tx.unsafe<{ id: string }[]>('select id from community order by id')
  for (const [n, { id }] of communities.entries()) {
    await tx.unsafe(`select set_config('app.community', $1, true)`, [id])
    log('checking', { community: n + 1, of: communities.length })
    await agreeOnAdoptions(tx, id)
    const chains = await chainsOf(tx)
    for (const chain of chains) {
      signal?.throwIfAborted()
      const entries = counted(entriesOf(tx, id, chain, openHead), sums)
      if (chain.name.startsWith('proposal/')) {
        sums.votes += await agreeOnCase(tx, id, chain.name, entries)
        sums.proposals += 1
      } else if (chain.name.startsWith('meeting/')) await agreeOnMeeting(tx, id, chain.name, entries)
      else for await (const _ of entries);
    }
    await agreeOnHeads(tx, id)
    await agreeOnTree(tx, id, publicJwks(keys).record, kept)
    await refuseUnchained(tx, id, new Set(chains.map(({ name }) => name)))
    sums.texts += await agreeOnTexts(tx, id)
    await agreeOnIdNumbers(tx, keys, id)
  }
  return sums
}

async function* counted(entries: AsyncGenerator<Entry>, sums: { entries: number }): AsyncGenerator<Entry> {
  for await (const entry of entries) {
    sums.entries += 1
    yield entry
  }
}

/** A procedure is what its hash says, whether a case has followed it or not. */
const agreeOnAdoptions = async (tx: Asked, community: string): Promise<void> => {
  const rows = await tx.unsafe<{ id: string; hash: string; expanded: unknown }[]>(
    'select id, hash, expanded from adoption where community = current_community() order by id',
  )
  for (const { id, hash, expanded } of rows)
    if (toHex(sha256(canonicalBytes(expanded))) !== hash)
      disagree(community, { table: 'adoption', row: id }, 'adoption_wrong')
}

/** Every community, proposal and meeting has its chain. */
const refuseUnchained = async (tx: Asked, community: string, chains: ReadonlySet<string>): Promise<void> => {
  const rows = await tx.unsafe<{ name: string }[]>(`
    select 'proposal/' || id as name from proposal where community = current_community()
    union all select 'meeting/' || id from meeting where community = current_community() order by 1`)
  for (const name of [communityChain, ...rows.map((row) => row.name)])
    if (!chains.has(name)) disagree(community, { chain: name, seq: 1 }, 'chain_missing')
}
