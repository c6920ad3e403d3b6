/** SHA-256, handed in: `node:crypto` on servers, a library in a browser. It may answer in the bytes that are lent to it. */
export type Sha256 = (bytes: Uint8Array, lent?: Uint8Array) => Uint8Array

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

/** Goes along a chain from its beginning: answers the head after each entry, in bytes that change with the next. */
export const headsAlong = (sha256: Sha256): ((bytes: Uint8Array) => Uint8Array) => {
  const both = new Uint8Array(64)
  const [head, leaf] = [both.subarray(0, 32), both.subarray(32)]
  const into = (place: Uint8Array, bytes: Uint8Array): void => {
    const found = sha256(bytes, place)
    if (found !== place) place.set(found)
  }
  return (bytes) => {
    into(leaf, bytes)
    into(head, both)
    return head
  }
}

/** Binds the record to a text that it does not hold: SHA-256(salt ‖ text) in hex, the salt 16 random bytes. */
export const commitmentOf = (sha256: Sha256, salt: Uint8Array, text: string): string =>
  toHex(sha256(joined(salt, encoder.encode(text))))

const saltLength = 16
const committed = new Uint8Array(1024)
const commitment = new Uint8Array(32)
/** Its beginnings by their length, each cut once. */
const beginnings: Uint8Array[] = []
const beginningOf = (length: number): Uint8Array => {
  const beginning = beginnings[length] ?? committed.subarray(0, length)
  beginnings[length] = beginning
  return beginning
}

/**
 * Whether a commitment in hex is that to a text, with a salt in hex. A salt of another length is refused: what begins a text
 * would pass for the end of it.
 */
export const isCommittedTo = (sha256: Sha256, claimed: string, salt: string, text: string): boolean => {
  if (salt.length !== saltLength * 2 || !readsHex(salt, committed)) return false
  let length = saltLength
  if (text.length <= committed.length - saltLength)
    for (; length < saltLength + text.length; length += 1) {
      const code = text.charCodeAt(length - saltLength)
      if (code > 0x7f) break
      committed[length] = code
    }
  if (length < saltLength + text.length) {
    // Of one text there is one form: what cannot be written in UTF-8 would pass for the mark that is put in its place.
    if (!text.isWellFormed() || text.normalize('NFC') !== text) return false
    // A letter takes three bytes at most.
    if (saltLength + text.length * 3 > committed.length) return commitmentOf(sha256, fromHex(salt), text) === claimed
    length = saltLength + encoder.encodeInto(text, committed.subarray(saltLength)).written
  }
  return isHexOf(claimed, sha256(beginningOf(length), commitment))
}

/** Where a text lies among bytes, and in hex the salt and the commitment: each from a place on. */
export interface CommittedAt {
  readonly bytes: Uint8Array
  readonly commitment: number
  readonly salt: number
  readonly text: number
  readonly length: number
}

/** The longest text, in ASCII, that is held to its commitment where it lies. */
export const committedAtMost = committed.length - saltLength

/** The same as `isCommittedTo` of a text in ASCII where it lies, and of a salt whose letters are known to be hex. */
export const isCommittedAt = (
  sha256: Sha256,
  { bytes, commitment: claimed, salt, text, length }: CommittedAt,
): boolean => {
  for (let n = 0; n < saltLength; n += 1)
    committed[n] = ((worth[bytes[salt + n * 2] ?? 0] ?? 0) << 4) | (worth[bytes[salt + n * 2 + 1] ?? 0] ?? 0)
  for (let n = 0; n < length; n += 1) committed[saltLength + n] = bytes[text + n] ?? 0
  return isHexAt(bytes, claimed, sha256(beginningOf(saltLength + length), commitment))
}

const pairs: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

export const toHex = (bytes: Uint8Array): string => {
  let out = ''
  for (const byte of bytes) out += pairs[byte]
  return out
}

/** What each letter is worth as a digit of lower-case hex; 16 where it is none. */
const worth = Uint8Array.from({ length: 128 }, (_, code) => {
  const digit = '0123456789abcdef'.indexOf(String.fromCharCode(code))
  return digit < 0 ? 16 : digit
})
const digitAt = (hex: string, at: number): number => worth[hex.charCodeAt(at)] ?? 16

/** Whether a text is these bytes in hex, and in no other form of it. */
export const isHexOf = (hex: string, bytes: Uint8Array): boolean => {
  if (hex.length !== bytes.length * 2) return false
  for (let n = 0; n < bytes.length; n += 1) {
    const [high, low] = [digitAt(hex, n * 2), digitAt(hex, n * 2 + 1)]
    if (low > 15 || ((high << 4) | low) !== bytes[n]) return false
  }
  return true
}

/** Writes what a text in hex says to the front of bytes; false where it is no lower-case hex. */
const readsHex = (hex: string, bytes: Uint8Array): boolean => {
  let wrong = hex.length % 2
  for (let n = 0; n < hex.length >> 1; n += 1) {
    const [high, low] = [digitAt(hex, n * 2), digitAt(hex, n * 2 + 1)]
    wrong |= (high | low) & 16
    bytes[n] = (high << 4) | low
  }
  return wrong === 0
}

export const fromHex = (hex: string): Uint8Array => {
  const bytes = new Uint8Array(hex.length >> 1)
  if (!readsHex(hex, bytes)) throw new TypeError('not lower-case hex')
  return bytes
}

/** The letters of each byte in hex. */
const digits = Uint8Array.from(pairs.flatMap((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)]))

/** The same as `isHexOf` of letters that stand among bytes. */
export const isHexAt = (letters: Uint8Array, at: number, bytes: Uint8Array): boolean => {
  for (let n = 0; n < bytes.length; n += 1) {
    const pair = (bytes[n] ?? 0) * 2
    if (letters[at + n * 2] !== digits[pair] || letters[at + n * 2 + 1] !== digits[pair + 1]) return false
  }
  return true
}
