import { fromBase64url } from '../format/base64.ts'
import {
  codeOf,
  keyIdOf,
  originOf,
  type PublicKey,
  readCheckpoint,
  readKeptCheckpoint,
  type SignedCheckpoint,
  sealedHeadBytes,
} from '../format/checkpoint.ts'
import type { Entry } from '../format/entry.ts'
import { toHex } from '../format/hash.ts'
import { emptyTree, grown, rootOf, treeLeaf } from '../format/merkle.ts'
import { openHeads } from '../format/signed-head.ts'
import { firstWrong, type Tools } from './chains.ts'
import { type Disagreement, disagree } from './disagreement.ts'
import type { RecordSource, SealedHead } from './source.ts'

/** What somebody brings from elsewhere, to hold the record to. */
export interface Kept {
  /** Record keys that are known to be the installation's; none: those that the file itself brings. */
  readonly keys?: readonly PublicKey[]
  /** Checkpoints that have left the system, as notes. */
  readonly checkpoints?: readonly string[]
  /** The same as short codes from paper. */
  readonly codes?: readonly { readonly size: number; readonly code: string }[]
}

/** The tree as the record's own leaves make it. */
export interface Sealed {
  readonly leaves: readonly SealedHead[]
  /** What was sealed of each chain: heads by entry number. */
  readonly heads: ReadonlyMap<string, ReadonlyMap<number, string>>
  /** The root at each size that somebody asks about. */
  readonly roots: ReadonlyMap<number, Uint8Array>
  readonly checkpoints: readonly SignedCheckpoint[]
}

/** Grows the tree again from its leaves. */
export const readTree = async (source: RecordSource, kept: Kept, { sha256 }: Tools): Promise<Sealed> => {
  const checkpoints = (source.tree?.checkpoints ?? []).map((note, n) =>
    read(readCheckpoint(note), source.community, n + 1),
  )
  const asked = new Set([
    ...checkpoints.map(({ size }) => size),
    ...(kept.checkpoints ?? []).map((note) => readKeptCheckpoint(note)?.size),
    ...(kept.codes ?? []).map(({ size }) => size),
  ])
  const leaves: SealedHead[] = []
  const heads = new Map<string, Map<number, string>>()
  const roots = new Map<number, Uint8Array>()
  let tree = emptyTree
  for await (const leaf of source.tree?.leaves ?? []) {
    leaves.push(leaf)
    tree = grown(sha256, tree, treeLeaf(sha256, sealedHeadBytes(leaf)))
    if (asked.has(tree.size)) roots.set(tree.size, rootOf(sha256, tree))
    const own = heads.get(leaf.chain) ?? new Map<number, string>()
    const before = own.get(leaf.seq)
    // A head is sealed once: of two there, no chain has both.
    own.set(leaf.seq, before === undefined || before === leaf.head ? leaf.head : `${before}, ${leaf.head}`)
    heads.set(leaf.chain, own)
  }
  return { leaves, heads, roots, checkpoints }
}

/** Where in the record a size of the tree points: the leaf with which the tree had it. */
const at = ({ leaves }: Sealed, size: number): { readonly chain: string; readonly seq: number } => {
  const { chain, seq } = leaves[size - 1] ?? leaves.at(-1) ?? { chain: 'community', seq: 1 }
  return { chain, seq }
}

const read = (checkpoint: SignedCheckpoint | undefined, community: string, n: number): SignedCheckpoint => {
  if (!checkpoint || checkpoint.origin !== originOf(community))
    return disagree({
      chain: 'community',
      seq: 1,
      what: 'checkpoint_unreadable',
      claimed: checkpoint?.origin ?? `${n}`,
    })
  return checkpoint
}

const announcedIn = (community: readonly Entry[]) =>
  community.flatMap((entry) =>
    entry.kind === 'key.published' ? [{ seq: entry.seq, key: fromBase64url(entry.data.x) ?? new Uint8Array(0) }] : [],
  )

/** Who brings no key takes the one with which the community was founded: then the file vouches for itself. */
export const trustedAtFirst = ({ keys = [] }: Kept, community: readonly Entry[]): readonly PublicKey[] =>
  keys.length > 0
    ? keys
    : announcedIn(community)
        .slice(0, 1)
        .map(({ key }) => key)

/**
 * Holds the tree to every checkpoint: those in the record, and those that somebody has kept. A key is trusted that somebody
 * brings, or that the community's chain had announced by a checkpoint which a trusted key has signed; answers those that are.
 */
export const checkTree = async (
  source: RecordSource,
  kept: Kept,
  sealed: Sealed,
  community: readonly Entry[],
  tools: Tools,
): Promise<readonly PublicKey[]> => {
  const trusted = [...trustedAtFirst(kept, community)]
  const announced = announcedIn(community)
  const trust = (size: number): void => {
    const until = sealed.leaves.slice(0, size).findLast(({ chain }) => chain === 'community')?.seq ?? 0
    for (const { seq, key } of announced)
      if (seq <= until && !trusted.some((one) => toHex(one) === toHex(key))) trusted.push(key)
  }
  const signed = async (checkpoint: SignedCheckpoint): Promise<void> => {
    if (await isSigned(checkpoint, trusted, tools)) return
    disagree({ ...at(sealed, checkpoint.size), what: 'checkpoint_unsigned', claimed: checkpoint.size })
  }

  let agreed = 0
  for (const checkpoint of sealed.checkpoints) {
    await signed(checkpoint)
    await holds(source, sealed, checkpoint, agreed, tools, 'tree_rewritten')
    agreed = checkpoint.size
    trust(agreed)
  }
  // The last is of the whole tree: what nobody has signed is not sealed.
  const { length } = sealed.leaves
  if (agreed !== length)
    disagree({ ...at(sealed, length), what: 'checkpoint_unsigned', claimed: length, found: agreed })
  const brought = (kept.checkpoints ?? []).map((note, n) => read(readKeptCheckpoint(note), source.community, n + 1))
  agreed = 0
  for (const checkpoint of brought.sort((a, b) => a.size - b.size)) {
    await signed(checkpoint)
    const twin = sealed.checkpoints.some(({ size }) => size === checkpoint.size)
    await holds(source, sealed, checkpoint, agreed, tools, twin ? 'split_view' : 'tree_rewritten')
    agreed = checkpoint.size
  }
  for (const { size, code } of kept.codes ?? []) {
    const root = sealed.roots.get(size) ?? endsBefore(sealed, size)
    const found = codeOf(tools.sha256, { origin: originOf(source.community), size, root })
    if (found !== code) disagree({ ...at(sealed, size), what: 'tree_rewritten', claimed: code, found })
  }
  return trusted
}

/** The record lacks what was sealed up to a size. */
const endsBefore = (sealed: Sealed, size: number): never =>
  disagree({ ...at(sealed, size), what: 'tail_cut', claimed: size, found: sealed.leaves.length })

/** The record has the tree that a checkpoint states; where not, what changed lies among the leaves since one that agreed. */
const holds = async (
  source: RecordSource,
  sealed: Sealed,
  { size, root }: SignedCheckpoint,
  agreed: number,
  { ed25519 }: Tools,
  what: Disagreement['what'],
): Promise<void> => {
  const found = sealed.roots.get(size) ?? endsBefore(sealed, size)
  if (toHex(found) === toHex(root)) return
  const among = sealed.leaves.slice(agreed, size)
  const openHead = openHeads(ed25519, source.keys)
  let place: { readonly chain: string; readonly seq: number } | undefined
  for (const { chain, seq } of among)
    if (!place && source.chains.includes(chain)) place = await firstWrong(source, chain, seq, openHead)
  disagree({
    ...(place ?? at(sealed, agreed + 1)),
    what,
    claimed: toHex(root),
    found: { root: toHex(found), among: among.slice(0, 20).map(({ chain, seq }) => `${chain}#${seq}`) },
  })
}

const encoder = new TextEncoder()

const isSigned = async (
  { origin, body, signatures }: SignedCheckpoint,
  keys: readonly PublicKey[],
  { sha256, ed25519 }: Tools,
): Promise<boolean> => {
  for (const key of keys) {
    const id = toHex(keyIdOf(sha256, origin, key))
    const own = signatures.find(({ name, keyId }) => name === origin && toHex(keyId) === id)
    if (own && (await ed25519(key, encoder.encode(body), own.signature))) return true
  }
  return false
}
