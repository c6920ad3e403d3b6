/** The community's tree and its checkpoints: notes read and written, codes, and what a record's tree has to hold to. */
import { canonical, sha256, unbase64url, utf8 } from './bytes.mjs'
import { signedBy } from './heads.mjs'
import { leafHash, treeRoot } from './merkle.mjs'

export const leafBytes = ({ chain, head, seq }) => canonical({ chain, head, seq })

export const rootAt = (leaves, size) => treeRoot(leaves.slice(0, size).map((leaf) => leafHash(utf8(leafBytes(leaf)))))

/** The three lines that are signed. */
export const bodyOf = (community, size, root) => `yishi/${community}\n${size}\n${root.toString('base64')}\n`

export const keyIdOf = (name, x) => sha256(utf8(`${name}\n`), Buffer.of(1), unbase64url(x)).subarray(0, 4)

/** `{ body, size, root, signatures }` of a note of this community, or undefined. */
export const readNote = (note, community) => {
  const name = `yishi/${community}`
  const [, body, signed] = /^((?:[^\n]+\n){3})\n((?:— \S+ \S+\n)+)$/.exec(note) ?? []
  if (body === undefined) return undefined
  const [origin, size, base64] = body.split('\n')
  const root = Buffer.from(base64, 'base64')
  const written = origin === name && /^(0|[1-9]\d*)$/.test(size) && root.length === 32
  if (!written || root.toString('base64') !== base64) return undefined
  const lines = signed.trimEnd().split('\n')
  const signatures = lines.map((line) => line.split(' ')).filter(([, by]) => by === name)
  return { body, size: Number(size), root, signatures: signatures.map(([, , text]) => Buffer.from(text, 'base64')) }
}

/** Has one of these keys signed the note's three lines? */
export const noteSignedBy = ({ body, signatures }, community, keys) =>
  signatures.some((bytes) =>
    keys.some(
      ({ x }) =>
        bytes.subarray(0, 4).equals(keyIdOf(`yishi/${community}`, x)) && signedBy(x, utf8(body), bytes.subarray(4)),
    ),
  )

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Six groups of four letters for paper. */
export const codeOf = (body) => {
  let number = BigInt(`0x${sha256(utf8(body)).subarray(0, 15).toString('hex')}`)
  let code = ''
  for (let n = 0; n < 24; n += 1) {
    code = crockford[Number(number % 32n)] + code
    number /= 32n
  }
  return code.match(/.{4}/g).join('-')
}

/** The keys that are trusted once every checkpoint has been held. */
export const trustedIn = ({ tree }, community) => {
  const { trusted, extend } = trustIn(community ?? { entries: [] })
  for (const note of tree?.checkpoints ?? []) extend(tree.leaves.slice(0, Number(note.split('\n')[1])))
  return trusted
}

/** Trusted: the first key announced, and once a trusted key has signed a checkpoint, every key announced up to its community leaf. */
const trustIn = ({ entries }) => {
  const published = entries.filter(({ kind }) => kind === 'key.published')
  const trusted = published.slice(0, 1).map(({ data }) => data)
  const extend = (leaves) => {
    const upTo = leaves.findLast(({ chain }) => chain === 'community')?.seq ?? 0
    for (const { seq, data } of published) if (seq <= upTo && !trusted.includes(data)) trusted.push(data)
  }
  return { trusted, extend }
}

/** Where a chain itself shows that it was altered, the entry after the last signed head that fits; else the leaf that is given. */
const altered = (chains, leaf) => {
  const chain = [...chains.values()].find(({ fitting, misfit }) => misfit !== undefined && fitting < misfit)
  return chain ? { chain: chain.name, seq: chain.fitting + 1 } : { chain: leaf.chain, seq: leaf.seq }
}

const placeOf = ({ chain, seq }) => ({ chain, seq })

/** Each checkpoint of the record: it can be read, a trusted key has signed it, and its root is that of the leaves. */
export const checkpointFault = ({ tree, community }, chains) => {
  if (tree === undefined) return undefined
  const [start, { leaves, checkpoints }] = [{ chain: 'community', seq: 1 }, tree]
  if (!chains.has('community')) return { ...start, code: 'chain_missing' }
  const { trusted, extend } = trustIn(chains.get('community'))
  let good = 0
  for (const note of checkpoints) {
    const read = readNote(note, community)
    if (!read) return { ...start, code: 'checkpoint_unreadable' }
    const newest = leaves[Math.min(read.size, leaves.length) - 1] ?? start
    const at = ({ chain, seq }, code) => ({ chain, seq, code })
    if (!noteSignedBy(read, community, trusted)) return at(newest, 'checkpoint_unsigned')
    if (read.size > leaves.length) return at(newest, 'tail_cut')
    if (!rootAt(leaves, read.size).equals(read.root)) return at(altered(chains, leaves[good]), 'tree_rewritten')
    good = read.size
    extend(leaves.slice(0, good))
  }
  // The last is of the whole tree.
  return good === leaves.length ? undefined : { ...start, ...placeOf(leaves.at(-1)), code: 'checkpoint_unsigned' }
}

/** Each leaf of a chain is its head there, and the chain does not end before it. */
export const leafFault = ({ tree }, chain) => {
  for (const { chain: name, seq, head } of tree?.leaves ?? []) {
    if (name !== chain.name) continue
    if (seq > chain.heads.length) return { chain: name, seq: chain.heads.length, code: 'tail_cut' }
    if (chain.heads[seq - 1] !== head)
      return { ...altered(new Map([[name, chain]]), { chain: name, seq }), code: 'sealed_head_wrong' }
  }
  return undefined
}
