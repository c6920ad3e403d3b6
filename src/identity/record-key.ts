import { createPublicKey, sign, verify } from 'node:crypto'
import { z } from 'zod'
import type { SignedHead } from '../../workflows/verify.ts'
import type { Keys } from './keys.ts'

const typ = 'yishi-head+jwt'
const header = z.object({ alg: z.literal('EdDSA'), typ: z.literal(typ), kid: z.string() }).strict()
const payload = z
  .object({ community: z.string(), chain: z.string(), seq: z.int(), head: z.string(), at: z.string() })
  .strict()
const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** Signs where a chain stands: a compact JWS by the record key. Its type keeps it from passing as a token. */
export const signHead = async ({ record }: Pick<Keys, 'record'>, head: z.infer<typeof payload>): Promise<string> => {
  const { kid, privateKey } = record.current
  const signed = `${encoded({ alg: 'EdDSA', typ, kid })}.${encoded(head)}`
  return `${signed}.${sign(null, Buffer.from(signed), privateKey).toString('base64url')}`
}

const publicKeys = z.object({
  keys: z.array(z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string(), kid: z.string() })),
})

/** Opens signed heads with public keys: what was signed, or undefined where the signature does not hold. */
export const openHeadWith = (jwks: unknown) => {
  const keys = new Map(
    publicKeys
      .parse(jwks)
      .keys.map(({ kty, crv, x, kid }) => [kid, createPublicKey({ key: { kty, crv, x }, format: 'jwk' })]),
  )
  return async (jws: string): Promise<SignedHead | undefined> => {
    const [head, body, signature, more] = jws.split('.')
    if (head === undefined || body === undefined || signature === undefined || more !== undefined) return undefined
    try {
      const { kid } = header.parse(JSON.parse(Buffer.from(head, 'base64url').toString('utf8')))
      const key = keys.get(kid)
      if (!key || !verify(null, Buffer.from(`${head}.${body}`), key, Buffer.from(signature, 'base64url')))
        return undefined
      return payload.parse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')))
    } catch {
      return undefined
    }
  }
}
