import { createPrivateKey, createPublicKey, type KeyObject, randomBytes, sign, verify } from 'node:crypto'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose'
import { z } from 'zod'

const privateJwk = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string(), d: z.string() })
const secret = z.base64url().refine((text) => Buffer.from(text, 'base64url').length === 32, 'a secret has 32 bytes')
const keysFile = z.object({
  /** The current key comes first; the others are still accepted. */
  tokens: z.array(privateJwk).min(1),
  record: z.array(privateJwk).min(1),
  secrets: z.object({ idHash: secret, idEncrypt: secret, slip: secret }),
})

/** An installation's keys as kept in a file: private. */
export type KeysFile = z.infer<typeof keysFile>

/** A signing key with its RFC 7638 thumbprint. */
export interface SigningKey {
  readonly kid: string
  readonly x: string
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
  /** The same two halves in the form that every runtime can sign and check tokens with. */
  readonly jwk: { readonly private: JWK; readonly public: JWK }
}

export interface KeyRing {
  readonly current: SigningKey
  readonly byKid: ReadonlyMap<string, SigningKey>
  /** The current public key, as it is published on the community's chain. */
  readonly published: { readonly kid: string; readonly x: string }
}

export interface Keys {
  readonly tokens: KeyRing
  readonly record: KeyRing
  readonly secrets: { readonly idHash: Uint8Array; readonly idEncrypt: Uint8Array; readonly slip: Uint8Array }
}

/** Makes the keys of a new installation; the key for tokens and the key for the record are different. */
export const newKeys = async (): Promise<KeysFile> => {
  const pair = async () => {
    const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
    return privateJwk.parse(await exportJWK(privateKey))
  }
  const bytes = () => randomBytes(32).toString('base64url')
  return {
    tokens: [await pair()],
    record: [await pair()],
    secrets: { idHash: bytes(), idEncrypt: bytes(), slip: bytes() },
  }
}

/** Names what is wrong and where; never repeats a value. */
const faulty = (where: string, why: string): TypeError => new TypeError(`the keys cannot be used: ${where}: ${why}`)

/** A key pair; refused unless what its private half signs is known to its public half. */
const signingKey = async (jwk: z.infer<typeof privateJwk>, where: string): Promise<SigningKey> => {
  const { kty, crv, x } = jwk
  const open = { kty, crv, x }
  const halves = () => ({
    privateKey: createPrivateKey({ key: jwk, format: 'jwk' }),
    publicKey: createPublicKey({ key: open, format: 'jwk' }),
  })
  const belong = ({ privateKey, publicKey }: ReturnType<typeof halves>) =>
    verify(null, Buffer.from(where), publicKey, sign(null, Buffer.from(where), privateKey))
  try {
    const pair = halves()
    if (belong(pair))
      return { kid: await calculateJwkThumbprint(open), x, ...pair, jwk: { private: jwk, public: open } }
  } catch {
    throw faulty(where, 'not an Ed25519 key')
  }
  throw faulty(where, 'its halves do not belong together')
}

const ringOf = async (jwks: readonly z.infer<typeof privateJwk>[], name: string): Promise<KeyRing> => {
  const keys: SigningKey[] = []
  for (const [n, jwk] of jwks.entries()) keys.push(await signingKey(jwk, `${name}.${n}`))
  const [current] = keys
  if (!current) throw faulty(name, 'no key')
  return { current, byKid: new Map(keys.map((key) => [key.kid, key])), published: { kid: current.kid, x: current.x } }
}

/** Reads keys, refusing anything that is not what `newKeys` makes. */
export const readKeys = async (file: unknown): Promise<Keys> => {
  const parsed = keysFile.safeParse(file)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw faulty(issue?.path.join('.') || 'keys', issue?.message ?? 'malformed')
  }
  const { tokens, record, secrets } = parsed.data
  const [tokenRing, recordRing] = [await ringOf(tokens, 'tokens'), await ringOf(record, 'record')]
  if ([...recordRing.byKid.keys()].some((kid) => tokenRing.byKid.has(kid)))
    throw faulty('record', 'a key for tokens must not sign the record')
  const raw = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'))
  return {
    tokens: tokenRing,
    record: recordRing,
    secrets: { idHash: raw(secrets.idHash), idEncrypt: raw(secrets.idEncrypt), slip: raw(secrets.slip) },
  }
}

/** Public keys as a set. */
export const jwksOf = (keys: Iterable<{ readonly kid: string; readonly x: string }>): { keys: JWK[] } => ({
  keys: Array.from(keys, ({ kid, x }) => ({ kty: 'OKP', crv: 'Ed25519', x, kid, use: 'sig', alg: 'EdDSA' })),
})

/** The public halves. */
export const publicJwks = ({ tokens, record }: Keys) => ({
  tokens: jwksOf(tokens.byKid.values()),
  record: jwksOf(record.byKid.values()),
})
