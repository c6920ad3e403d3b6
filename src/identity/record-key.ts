import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { toBase64url } from '../../workflows/format/base64.ts'
import { type Checkpoint, checkpointBody, checkpointNote, keyIdOf } from '../../workflows/format/checkpoint.ts'
import { type Ed25519, headType, openHeads, type SignedHead } from '../../workflows/format/signed-head.ts'
import type { Keys } from './keys.ts'

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** Signs where a chain stands: a compact JWS by the record key. Its type keeps it from passing as a token. */
export const signHead = async ({ record }: Pick<Keys, 'record'>, head: SignedHead): Promise<string> => {
  const { kid, privateKey } = record.current
  const signed = `${encoded({ alg: 'EdDSA', typ: headType, kid })}.${encoded(head)}`
  return `${signed}.${sign(null, Buffer.from(signed), privateKey).toString('base64url')}`
}

/** Signs where a community's tree stands, with every record key that is kept: so one who knows only an older key is led to the new one. */
export const signCheckpoint = ({ record }: Pick<Keys, 'record'>, checkpoint: Checkpoint): string => {
  const body = checkpointBody(checkpoint)
  const name = checkpoint.origin
  const signatures = [...record.byKid.values()].map(({ x, privateKey }) => ({
    name,
    keyId: keyIdOf(sha256, name, new Uint8Array(Buffer.from(x, 'base64url'))),
    signature: new Uint8Array(sign(null, Buffer.from(body), privateKey)),
  }))
  return checkpointNote(body, signatures)
}

const opened = new WeakMap<Uint8Array, KeyObject>()

/** Checks an Ed25519 signature by a raw public key. */
export const ed25519: Ed25519 = (key, message, signature) => {
  const known =
    opened.get(key) ?? createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: toBase64url(key) }, format: 'jwk' })
  opened.set(key, known)
  return verify(null, message, known, signature)
}

/** Opens signed heads with public keys: what was signed, or undefined where the signature does not hold. */
export const openHeadWith = (jwks: unknown) => openHeads(ed25519, jwks)
