/**
 * What somebody with every right over the database could hand out instead of a record: chains written anew, in order, signed with
 * a key of their own that they announce as the record's. Made with this folder's own bytes and hashes.
 */
import { generateKeyPairSync, sign } from 'node:crypto'
import { canonical, utf8 } from './bytes.mjs'
import { genesis, headAfter, leafOf, thumbprintOf } from './heads.mjs'
import { bodyOf, keyIdOf, rootAt } from './tree.mjs'

const newSigner = () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const { kty, crv, x } = publicKey.export({ format: 'jwk' })
  return { privateKey, jwk: { kty, crv, x, kid: thumbprintOf({ kty, crv, x }) } }
}

const encoded = (value) => utf8(canonical(value)).toString('base64url')

const signedHead = ({ privateKey, jwk }, payload, typ = 'yishi-head+jwt') => {
  const text = `${encoded({ alg: 'EdDSA', kid: jwk.kid, typ })}.${encoded(payload)}`
  return `${text}.${sign(null, utf8(text), privateKey).toString('base64url')}`
}

/** Exported entries with the heads that their bytes give. */
export const chained = (texts) => {
  let head = genesis
  return texts.map((bytes) => {
    head = headAfter(head, leafOf(bytes))
    return { bytes, head: head.toString('hex') }
  })
}

const chainOf = (signer, community, name, entries, typ) => {
  const at = JSON.parse(entries.at(-1).bytes).recordedAt
  const payload = { at, chain: name, community, head: entries.at(-1).head, seq: entries.length }
  return { name, entries, signedHead: signedHead(signer, payload, typ) }
}

/** A leaf an entry after those that were there before, where some were; else one a chain, its end. And a checkpoint over all. */
const treeOf = ({ privateKey, jwk }, community, chains, before) => {
  const sealed = chains.flatMap(({ name, entries }) =>
    entries.map(({ head }, index) => ({ chain: name, seq: index + 1, head })).slice(before.length > 0 ? 0 : -1),
  )
  const leaves = [...before, ...sealed]
  const body = bodyOf(community, leaves.length, rootAt(leaves, leaves.length))
  const signature = [keyIdOf(`yishi/${community}`, jwk.x), sign(null, utf8(body), privateKey)]
  const note = `${body}\n— yishi/${community} ${Buffer.concat(signature).toString('base64')}\n`
  return { leaves, checkpoints: [note] }
}

/** The proposal cites what the meetings have become. */
const cited = (entry, heads) => {
  const head = heads.get(`meeting/${entry.data.meeting}`)?.[entry.data.meetingSeq - 1]
  return head && entry.data.meetingHead ? { ...entry, data: { ...entry.data, meetingHead: head } } : entry
}

const announced = (entry, { kid, x }) => (entry.kind === 'key.published' ? { ...entry, data: { kid, x } } : entry)

/** The record with one entry more at the end of the community's chain, that announces another's key, signed with that key alone. */
export const endedByAnother = (record) => {
  const signer = newSigner()
  const { kid, x } = signer.jwk
  const chains = record.chains.map((chain) => {
    if (chain.name !== 'community') return chain
    const last = JSON.parse(chain.entries.at(-1).bytes)
    const { format, community, recordedAt, actor } = last
    const told = { format, community, chain: chain.name, seq: last.seq + 1, recordedAt, actor, kind: 'key.published' }
    const entries = chained([...chain.entries.map(({ bytes }) => bytes), canonical({ ...told, data: { kid, x } })])
    const signedHeads = [...(chain.signedHeads ?? []), chain.signedHead]
    return { ...chainOf(signer, record.community, chain.name, entries), signedHeads }
  })
  return { ...record, chains, keys: { keys: [...record.keys.keys, signer.jwk] } }
}

/**
 * The whole record after `change(entries, name)` of each chain; what is left is numbered anew. `typ` is that of the signatures,
 * `before` are leaves that the tree begins with.
 */
export const rewritten = (record, change, typ = undefined, before = []) => {
  const signer = newSigner()
  const heads = new Map()
  const meetingsFirst = [...record.chains].sort(
    (a, b) => Number(a.name.startsWith('p')) - Number(b.name.startsWith('p')),
  )
  const chains = meetingsFirst.map(({ name, entries }) => {
    const read = entries.map(({ bytes }) => JSON.parse(bytes))
    const texts = change(read, name)
      .map((entry, index) => announced(cited({ ...entry, seq: index + 1 }, heads), signer.jwk))
      .map(canonical)
    const written = chained(texts)
    heads.set(
      name,
      written.map(({ head }) => head),
    )
    return chainOf(signer, record.community, name, written, typ)
  })
  return { ...record, chains, keys: { keys: [signer.jwk] }, tree: treeOf(signer, record.community, chains, before) }
}
