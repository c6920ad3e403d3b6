import { z } from 'zod'
import { fromBase64url } from './base64.ts'

/** The check of an Ed25519 signature by a raw public key, handed in: `node:crypto` on servers, Web Crypto in a browser. */
export type Ed25519 = (key: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean | Promise<boolean>

/** What a signed head says once its signature holds. */
export interface SignedHead {
  readonly community: string
  readonly chain: string
  readonly seq: number
  readonly head: string
  /** When it was signed. */
  readonly at: string
}

/** Keeps a signed head from passing as a token, and a token from passing as a signed head. */
export const headType = 'yishi-head+jwt'

const header = z.strictObject({ alg: z.literal('EdDSA'), typ: z.literal(headType), kid: z.string() })
/** Whether this is a signed head, and nothing besides. */
const isSignedHead = (said: unknown): said is SignedHead =>
  typeof said === 'object' &&
  said !== null &&
  Object.keys(said).length === 5 &&
  'community' in said &&
  typeof said.community === 'string' &&
  'chain' in said &&
  typeof said.chain === 'string' &&
  'seq' in said &&
  Number.isSafeInteger(said.seq) &&
  'head' in said &&
  typeof said.head === 'string' &&
  'at' in said &&
  typeof said.at === 'string'
const publicKeys = z.object({
  keys: z.array(z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string(), kid: z.string() })),
})

/** The raw public keys of a key set by their `kid`; throws on a set of other keys. */
const rawKeysOf = (jwks: unknown): ReadonlyMap<string, Uint8Array> =>
  new Map(publicKeys.parse(jwks).keys.map(({ kid, x }) => [kid, fromBase64url(x) ?? new Uint8Array(0)]))

const encoder = new TextEncoder()
const decoder = new TextDecoder()
const json = (part: string): unknown => JSON.parse(decoder.decode(fromBase64url(part)))

/** Opens signed heads (compact JWS) with public keys: what was signed, or undefined where the signature does not hold. */
export const openHeads = (ed25519: Ed25519, jwks: unknown) => {
  const keys = rawKeysOf(jwks)
  /** The header that was read last, and its key: one key signs head after head. */
  const last: { header: string; key: Uint8Array | undefined } = { header: '', key: undefined }
  return async (jws: string): Promise<SignedHead | undefined> => {
    const [head, body, signature, more] = jws.split('.')
    if (head === undefined || body === undefined || signature === undefined || more !== undefined) return undefined
    try {
      if (head !== last.header) Object.assign(last, { header: head, key: keys.get(header.parse(json(head)).kid) })
      const [key, signed] = [last.key, fromBase64url(signature)]
      if (!key || !signed || !(await ed25519(key, encoder.encode(`${head}.${body}`), signed))) return undefined
      const said = json(body)
      return isSignedHead(said) ? said : undefined
    } catch {
      return undefined
    }
  }
}
