import { fromBase64, fromBase64url } from '../../workflows/format/base64.ts'

/** A public record key however somebody has it: 43 letters of base64url, a note's verifier key, a JWK or a key set. Undefined where it is none. */
export const keysIn = (text: string): readonly Uint8Array[] | undefined => {
  const plain = text.trim()
  const raw = fromBase64url(plain)
  if (raw?.length === 32) return [raw]
  const [, encoded] = /^\S+\+[0-9a-f]{8}\+(\S+)$/.exec(plain) ?? []
  const typed = encoded === undefined ? undefined : fromBase64(encoded)
  if (typed?.length === 33 && typed[0] === 1) return [typed.slice(1)]
  try {
    const found = jwksIn(JSON.parse(plain)).map((x) => fromBase64url(x))
    const keys = found.filter((key) => key?.length === 32)
    return keys.length > 0 && keys.length === found.length ? keys.filter((key) => key !== undefined) : undefined
  } catch {
    return undefined
  }
}

const jwksIn = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return []
  if ('keys' in value && Array.isArray(value.keys)) return value.keys.flatMap(jwksIn)
  // What is said to be for something else, as for tokens, does not sign a record.
  if ('for' in value && value.for !== 'record') return []
  return 'x' in value && typeof value.x === 'string' ? [value.x] : []
}
