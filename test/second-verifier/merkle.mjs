/** The Merkle tree of RFC 9162, section 2.1: its root, and both proofs as the RFC words their checking. Hashes are Buffers. */
import { sha256 } from './bytes.mjs'

const [leafMark, nodeMark] = [Buffer.of(0), Buffer.of(1)]

export const leafHash = (bytes) => sha256(leafMark, bytes)
const nodeHash = (left, right) => sha256(nodeMark, left, right)

/** The root over hashes of leaves: split at the largest power of two below their number. */
export const treeRoot = (leaves) => {
  if (leaves.length === 0) return sha256()
  if (leaves.length === 1) return leaves[0]
  let split = 1
  while (split * 2 < leaves.length) split *= 2
  return nodeHash(treeRoot(leaves.slice(0, split)), treeRoot(leaves.slice(split)))
}

const same = (a, b) => a.length === 32 && a.equals(b)

const isSize = (n) => Number.isSafeInteger(n) && n >= 0

/** Half of a number, rounded down; sizes may be larger than what `>>` takes. */
const half = (n) => Math.floor(n / 2)
const odd = (n) => n % 2 === 1

const isPowerOfTwo = (n) => n === 1 || (!odd(n) && isPowerOfTwo(half(n)))

/** 2.1.3.2: does the proof lead from the leaf at `index` to the root of a tree of `size` leaves? */
export const included = ({ index, size, leaf, proof, root }) => {
  if (!isSize(index) || !isSize(size) || index >= size || leaf.length !== 32) return false
  let [fn, sn, hash] = [index, size - 1, leaf]
  for (const step of proof) {
    if (sn === 0 || step.length !== 32) return false
    if (odd(fn) || fn === sn) {
      hash = nodeHash(step, hash)
      while (!odd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)]
    } else hash = nodeHash(hash, step)
    ;[fn, sn] = [half(fn), half(sn)]
  }
  return sn === 0 && same(hash, root)
}

/** 2.1.4.2: is the tree of `size1` the beginning of the tree of `size2`? An old size of 0 shows nothing and is refused. */
export const consistent = ({ size1, size2, root1, root2, proof }) => {
  if (!isSize(size1) || !isSize(size2) || size1 === 0 || size1 > size2) return false
  if (size1 === size2) return proof.length === 0 && root1.equals(root2)
  const [first, ...rest] = isPowerOfTwo(size1) ? [root1, ...proof] : proof
  if (first === undefined || rest.length === 0 || first.length !== 32) return false
  let [fn, sn] = [size1 - 1, size2 - 1]
  while (odd(fn)) [fn, sn] = [half(fn), half(sn)]
  let [old, now] = [first, first]
  for (const step of rest) {
    if (sn === 0 || step.length !== 32) return false
    if (odd(fn) || fn === sn) {
      ;[old, now] = [nodeHash(step, old), nodeHash(step, now)]
      while (!odd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)]
    } else now = nodeHash(now, step)
    ;[fn, sn] = [half(fn), half(sn)]
  }
  return sn === 0 && same(old, root1) && same(now, root2)
}
