/**
 * Bytes as the format's text has them: canonical JSON, SHA-256, hex and base64url. Written from workflows/format/README.md and
 * RFC 8785 alone, on node:crypto alone.
 */
import { createHash } from 'node:crypto'

/** SHA-256 over the parts, one after the other. */
export const sha256 = (...parts) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

export const utf8 = (text) => Buffer.from(text, 'utf8')

/** The bytes of lower-case hex of so many bytes, or undefined. */
export const unhex = (text, length) =>
  typeof text === 'string' && /^[0-9a-f]*$/.test(text) && text.length === 2 * length
    ? Buffer.from(text, 'hex')
    : undefined

/** The bytes of base64url without padding, or undefined; bits left over at the end are zero. */
export const unbase64url = (text) => {
  const bytes = typeof text === 'string' ? Buffer.from(text, 'base64url') : undefined
  return bytes?.toString('base64url') === text ? bytes : undefined
}

const canonicalText = (text) => {
  if (!text.isWellFormed()) throw new Error('a lone surrogate')
  if (text.normalize('NFC') !== text) throw new Error('a text that is not in NFC')
  return JSON.stringify(text)
}

/** Canonical JSON, narrowed as the README says; throws at what has no place in the record. */
export const canonical = (value) => {
  if (typeof value === 'string') return canonicalText(value)
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value) || Object.is(value, -0)) throw new Error('a number that is not whole')
    return String(value)
  }
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') throw new Error('a value that JSON does not have, or null')
  // The default order of sort() is by UTF-16 code units, as RFC 8785 wants it.
  const members = Object.keys(value)
    .sort()
    .map((key) => `${canonicalText(key)}:${canonical(value[key])}`)
  return `{${members.join(',')}}`
}

/** SHA-256 of the canonical bytes of a list or an object, in hex. */
export const rootOf = (value) => sha256(utf8(canonical(value))).toString('hex')

/** What hides a text: SHA-256(salt ‖ text), in hex. */
export const commitmentOf = (salt, text) => sha256(salt, utf8(text.normalize('NFC'))).toString('hex')
