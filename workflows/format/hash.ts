/** SHA-256, handed in: `node:crypto` on servers, a library in a browser. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array

/** The head before a chain's first entry: 32 zero bytes. */
export const genesis: Uint8Array = new Uint8Array(32)

const encoder = new TextEncoder()

const joined = (a: Uint8Array, b: Uint8Array): Uint8Array => {
  const out = new Uint8Array(a.length + b.length)
  out.set(a)
  out.set(b, a.length)
  return out
}

/** leaf = SHA-256(bytes) */
export const leafOf = (sha256: Sha256, bytes: Uint8Array): Uint8Array => sha256(bytes)

/** head = SHA-256(previous ‖ leaf) */
export const headOf = (sha256: Sha256, previous: Uint8Array, leaf: Uint8Array): Uint8Array =>
  sha256(joined(previous, leaf))

/** Binds the record to a text that it does not hold: SHA-256(salt ‖ text) in hex, the salt 16 random bytes. */
export const commitmentOf = (sha256: Sha256, salt: Uint8Array, text: string): string =>
  toHex(sha256(joined(salt, encoder.encode(text))))

const pairs: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

export const toHex = (bytes: Uint8Array): string => {
  let out = ''
  for (const byte of bytes) out += pairs[byte]
  return out
}

export const fromHex = (hex: string): Uint8Array => {
  if (!/^(?:[0-9a-f]{2})*$/.test(hex)) throw new TypeError('not lower-case hex')
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}
