import type { Sha256 } from './hash.ts'

/** The Merkle tree of RFC 9162, section 2.1: leaves and nodes are hashed apart, so that neither passes for the other. */

/** leafHash = SHA-256(0x00 ‖ leaf) */
export const treeLeaf = (sha256: Sha256, leaf: Uint8Array): Uint8Array => {
  const bytes = new Uint8Array(1 + leaf.length)
  bytes.set(leaf, 1)
  return sha256(bytes)
}

/** node = SHA-256(0x01 ‖ left ‖ right) */
const nodeOf = (sha256: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array => {
  const bytes = new Uint8Array(1 + left.length + right.length)
  bytes[0] = 1
  bytes.set(left, 1)
  bytes.set(right, 1 + left.length)
  return sha256(bytes)
}

/** A tree as far as it has to be known to grow: the roots of its full subtrees, the largest first. */
export interface Frontier {
  readonly size: number
  readonly peaks: readonly Uint8Array[]
}

export const emptyTree: Frontier = { size: 0, peaks: [] }

/** The tree with one leaf more, and the full subtrees that the leaf completes, the leaf itself first. */
export const append = (
  sha256: Sha256,
  { size, peaks }: Frontier,
  leafHash: Uint8Array,
): { readonly tree: Frontier; readonly completed: readonly Uint8Array[] } => {
  const rest = [...peaks]
  const completed = [leafHash]
  let peak = leafHash
  for (let n = size; n % 2 === 1; n = (n - 1) / 2) {
    const left = rest.pop()
    if (!left) throw new TypeError(`a tree of ${size} leaves has more full subtrees than ${peaks.length}`)
    peak = nodeOf(sha256, left, peak)
    completed.push(peak)
  }
  return { tree: { size: size + 1, peaks: [...rest, peak] }, completed }
}

/** The tree with one leaf more. */
export const grown = (sha256: Sha256, tree: Frontier, leafHash: Uint8Array): Frontier =>
  append(sha256, tree, leafHash).tree

/** The root of a tree; of an empty one, the hash of nothing. */
export const rootOf = (sha256: Sha256, { peaks }: Frontier): Uint8Array => {
  const last = peaks.at(-1)
  if (!last) return sha256(new Uint8Array(0))
  return peaks.slice(0, -1).reduceRight((right, left) => nodeOf(sha256, left, right), last)
}

/** A stretch of a tree by its first leaf and how many they are; answers its root. */
export type Subtrees = (from: number, count: number) => Uint8Array

/** Subtrees worked out of leaf hashes, each full one once. */
export const subtreesOf = (sha256: Sha256, leafHashes: readonly Uint8Array[]): Subtrees => {
  const known = new Map<string, Uint8Array>()
  const root: Subtrees = (from, count) => {
    if (count === 1) {
      const leaf = leafHashes[from]
      if (!leaf) throw new RangeError(`the tree has no leaf ${from}`)
      return leaf
    }
    const name = `${from}+${count}`
    const found = known.get(name)
    if (found) return found
    const left = splitOf(count)
    const made = nodeOf(sha256, root(from, left), root(from + left, count - left))
    known.set(name, made)
    return made
  }
  return root
}

/** The largest power of two below a number of leaves: how many of them hang on the left. */
const splitOf = (count: number): number => {
  let left = 1
  while (left * 2 < count) left *= 2
  return left
}

/** The audit path of a leaf in the tree of a size: its siblings, the lowest first. */
export const inclusionProof = (root: Subtrees, index: number, size: number): readonly Uint8Array[] => {
  if (!(index >= 0 && index < size)) throw new RangeError(`a tree of ${size} leaves has no leaf ${index}`)
  const path = (at: number, from: number, count: number): readonly Uint8Array[] => {
    if (count === 1) return []
    const left = splitOf(count)
    return at < left
      ? [...path(at, from, left), root(from + left, count - left)]
      : [...path(at - left, from + left, count - left), root(from, left)]
  }
  return path(index, 0, size)
}

/** What shows that the tree of one size begins with the tree of a smaller one. */
export const consistencyProof = (root: Subtrees, older: number, newer: number): readonly Uint8Array[] => {
  if (!(older >= 1 && older <= newer)) throw new RangeError(`no tree of ${newer} leaves grows out of one of ${older}`)
  const proof = (old: number, from: number, count: number, whole: boolean): readonly Uint8Array[] => {
    if (old === count) return whole ? [] : [root(from, count)]
    const left = splitOf(count)
    return old <= left
      ? [...proof(old, from, left, whole), root(from + left, count - left)]
      : [...proof(old - left, from + left, count - left, false), root(from, left)]
  }
  return proof(older, 0, newer, true)
}

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, n) => byte === b[n])

const areHashes = (...some: readonly Uint8Array[]): boolean => some.every(({ length }) => length === 32)
const areSizes = (...some: readonly number[]): boolean => some.every((size) => Number.isSafeInteger(size) && size >= 0)
const half = (n: number): number => Math.floor(n / 2)

/** Whether a leaf is the one at an index in the tree of that size and root (RFC 9162, 2.1.3.2). */
export const proves = (
  sha256: Sha256,
  leafHash: Uint8Array,
  index: number,
  tree: { readonly size: number; readonly root: Uint8Array },
  path: readonly Uint8Array[],
): boolean => {
  if (!areSizes(index, tree.size) || index >= tree.size || !areHashes(leafHash, tree.root, ...path)) return false
  let [at, last, hash] = [index, tree.size - 1, leafHash]
  for (const sibling of path) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      hash = nodeOf(sha256, sibling, hash)
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)]
    } else hash = nodeOf(sha256, hash, sibling)
    ;[at, last] = [half(at), half(last)]
  }
  return last === 0 && sameBytes(hash, tree.root)
}

/** Whether the newer tree begins with the older one (RFC 9162, 2.1.4.2). That it begins with an empty one says nothing, and is refused. */
export const isConsistent = (
  sha256: Sha256,
  older: { readonly size: number; readonly root: Uint8Array },
  newer: { readonly size: number; readonly root: Uint8Array },
  proof: readonly Uint8Array[],
): boolean => {
  if (!areSizes(older.size, newer.size) || older.size === 0 || older.size > newer.size) return false
  if (older.size === newer.size) return proof.length === 0 && sameBytes(older.root, newer.root)
  if (!areHashes(older.root, newer.root, ...proof)) return false
  let [at, last] = [older.size - 1, newer.size - 1]
  while (at % 2 === 1) [at, last] = [half(at), half(last)]
  // An older tree that is full is its own first node.
  const [first, ...rest] = at === 0 ? [older.root, ...proof] : proof
  if (!first) return false
  let [old, now] = [first, first]
  for (const node of rest) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      old = nodeOf(sha256, node, old)
      now = nodeOf(sha256, node, now)
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)]
    } else now = nodeOf(sha256, now, node)
    ;[at, last] = [half(at), half(last)]
  }
  return last === 0 && sameBytes(old, older.root) && sameBytes(now, newer.root)
}
