/** Heads: the chain of hashes, and the signature that a record key put under one of them. */
import { createPublicKey, verify } from 'node:crypto'
import { commitmentOf, rootOf, sha256, unbase64url, unhex, utf8 } from './bytes.mjs'

export const genesis = Buffer.alloc(32)
export const leafOf = (text) => sha256(utf8(text))
export const headAfter = (head, leaf) => sha256(head, leaf)

/** RFC 7638: the hash of the key's required members in the order of their names. */
export const thumbprintOf = ({ crv, kty, x }) => Buffer.from(rootOf({ crv, kty, x }), 'hex').toString('base64url')

/** Is this Ed25519 signature by that public key (32 raw bytes in base64url) over these bytes? */
export const signedBy = (x, bytes, signature) => {
  const raw = unbase64url(x)
  if (raw?.length !== 32 || signature.length !== 64) return false
  return verify(null, bytes, createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }), signature)
}

const jsonOf = (part) => {
  try {
    return JSON.parse(unbase64url(part)?.toString('utf8') ?? '')
  } catch {
    return undefined
  }
}

/** What a signed head says, or undefined where no key of these has signed it as a head. */
export const openHead = (jws, { keys }) => {
  const parts = typeof jws === 'string' ? jws.split('.') : []
  const [header, payload, signature] = parts
  const { alg, typ, kid } = jsonOf(header) ?? {}
  if (parts.length !== 3 || alg !== 'EdDSA' || typ !== 'yishi-head+jwt') return undefined
  const key = keys.find((one) => one.kid === kid)
  if (key?.kty !== 'OKP' || key.crv !== 'Ed25519' || thumbprintOf(key) !== kid) return undefined
  const bytes = unbase64url(signature)
  return bytes && signedBy(key.x, utf8(`${header}.${payload}`), bytes) ? jsonOf(payload) : undefined
}

/** What is wrong with a voter's receipt, or undefined. */
export const receiptFault = (receipt, keys) => {
  const previous = unhex(receipt.previousHead, 32)
  const later = receipt.laterLeaves.map((leaf) => unhex(leaf, 32))
  const salt = unhex(receipt.salt, 16)
  if (!previous || !salt || later.includes(undefined)) return 'unreadable'
  const signed = openHead(receipt.signedHead, keys)
  if (signed === undefined) return 'signature_wrong'
  const head = later.reduce(headAfter, headAfter(previous, leafOf(receipt.entry)))
  if (signed.head !== head.toString('hex')) return 'head_wrong'
  const { community, chain, seq, data } = JSON.parse(receipt.entry)
  if (signed.community !== community || signed.chain !== chain || signed.seq !== seq + later.length)
    return 'out_of_place'
  return commitmentOf(salt, receipt.choice) === data.choice ? undefined : 'disclosure_wrong'
}
