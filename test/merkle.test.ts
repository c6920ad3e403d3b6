import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { sha256 } from '../src/record/sha256.ts'
import { fromHex, toHex } from '../workflows/format/hash.ts'
import {
  consistencyProof,
  emptyTree,
  type Frontier,
  grown,
  inclusionProof,
  isConsistent,
  proves,
  rootOf,
  subtreesOf,
  treeLeaf,
} from '../workflows/format/merkle.ts'

const merkle = suite('merkle')

type Vector = { readonly path: string; readonly proof: readonly string[] | null; readonly wantErr: boolean } & (
  | { readonly size1: number; readonly size2: number; readonly root1: string; readonly root2: string }
  | { readonly leafIdx: number; readonly treeSize: number; readonly root: string; readonly leafHash: string }
)

const read = new URL('fixtures/merkle-vectors.json', import.meta.url)
const { vectors } = JSON.parse(readFileSync(read, 'utf8')) as { readonly vectors: readonly Vector[] }
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'))

merkle('31: all 196 vectors of transparency-dev are answered rightly, an older size of 0 refused', () => {
  assert.is(vectors.length, 196)
  for (const vector of vectors) {
    const proof = (vector.proof ?? []).map(bytes)
    const holds =
      'leafIdx' in vector
        ? proves(
            sha256,
            bytes(vector.leafHash),
            vector.leafIdx,
            { size: vector.treeSize, root: bytes(vector.root) },
            proof,
          )
        : isConsistent(
            sha256,
            { size: vector.size1, root: bytes(vector.root1) },
            { size: vector.size2, root: bytes(vector.root2) },
            proof,
          )
    assert.is(holds, !vector.wantErr, vector.path)
  }
  const zero = vectors.filter((vector) => 'size1' in vector && vector.size1 === 0)
  assert.ok(zero.length > 5 && zero.every(({ wantErr }) => wantErr))
})

const leafOf = (n: number): Uint8Array => treeLeaf(sha256, new TextEncoder().encode(`leaf ${n}`))

/** The tree hash as RFC 9162 writes it down, and nothing else. */
const scratch = (leaves: readonly Uint8Array[]): Uint8Array => {
  const [only] = leaves
  if (!only) return sha256(new Uint8Array(0))
  if (leaves.length === 1) return only
  const left = 2 ** Math.floor(Math.log2(leaves.length - 1))
  return sha256(Buffer.concat([Uint8Array.of(1), scratch(leaves.slice(0, left)), scratch(leaves.slice(left))]))
}

merkle('a tree that grew leaf by leaf is the tree from scratch, for sizes 0 to 2,000', () => {
  const leaves = Array.from({ length: 2000 }, (_, n) => leafOf(n))
  const subtrees = subtreesOf(sha256, leaves)
  let tree: Frontier = emptyTree
  assert.is(toHex(rootOf(sha256, tree)), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  for (const [n, leaf] of leaves.entries()) {
    tree = grown(sha256, tree, leaf)
    assert.is(tree.size, n + 1)
    const root = toHex(rootOf(sha256, tree))
    assert.is(toHex(subtrees(0, tree.size)), root)
    // From nothing at every size to 130, then around each power of two and at the end: the rest is the same code.
    if (tree.size <= 130 || [255, 256, 257, 511, 512, 513, 1023, 1024, 1025, 1999, 2000].includes(tree.size))
      assert.is(toHex(scratch(leaves.slice(0, tree.size))), root, `${tree.size}`)
  }
  assert.throws(() => grown(sha256, { size: 3, peaks: [] }, leafOf(0)), 'more full subtrees')
})

merkle('every leaf and every older tree is proved, and by nothing else than its own proof', () => {
  const most = 40
  const leaves = Array.from({ length: most }, (_, n) => leafOf(n))
  const subtrees = subtreesOf(sha256, leaves)
  const treeOf = (size: number) => ({ size, root: subtrees(0, size) })
  for (let size = 1; size <= most; size += 1)
    for (let n = 0; n < size; n += 1) {
      const path = inclusionProof(subtrees, n, size)
      assert.ok(proves(sha256, leafOf(n), n, treeOf(size), path), `leaf ${n} of ${size}`)
      assert.not(proves(sha256, leafOf(n + 1), n, treeOf(size), path))
      const proof = consistencyProof(subtrees, n + 1, size)
      assert.ok(isConsistent(sha256, treeOf(n + 1), treeOf(size), proof), `${n + 1} in ${size}`)
      const other = { size: n + 1, root: treeLeaf(sha256, treeOf(n + 1).root) }
      assert.not(isConsistent(sha256, other, treeOf(size), proof), `another ${n + 1} in ${size}`)
    }
  for (const [older, newer] of [
    [0, 3],
    [4, 3],
  ] as const)
    assert.throws(() => consistencyProof(subtrees, older, newer))
  for (const index of [-1, 3, 0.5]) assert.not(proves(sha256, leafOf(0), index, treeOf(3), []))
  for (const index of [-1, 3]) assert.throws(() => inclusionProof(subtrees, index, 3))

  // One bit anywhere in a proof, a step more or a step less, and it holds no longer.
  fc.assert(
    fc.property(fc.integer({ min: 2, max: most }), fc.nat(), fc.nat(), fc.nat(), (size, a, b, c) => {
      const index = a % size
      const path = inclusionProof(subtrees, index, size)
      const at = b % path.length
      const flipped = path.map((hash, n) =>
        n === at ? fromHex(toHex(hash).replace(/^../, (byte) => (byte === '00' ? '01' : '00'))) : hash,
      )
      for (const wrong of [flipped, path.slice(1), path.slice(0, -1), [...path, leafOf(c)], [leafOf(c), ...path]])
        assert.not(proves(sha256, leafOf(index), index, treeOf(size), wrong))
    }),
    { numRuns: 100 },
  )
})

merkle.run()
