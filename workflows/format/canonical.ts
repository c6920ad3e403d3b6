import canonicalize from 'canonicalize'

/** What may stand in a record: JSON whose numbers are safe integers and whose texts are well-formed Unicode in NFC. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined }

const encoder = new TextEncoder()

/** The one byte form of a value (RFC 8785, UTF-8), as hashed and stored. Throws on what the record does not admit. */
export const canonicalBytes = (value: unknown): Uint8Array => encoder.encode(canonicalText(value))

/** The same as text. */
export const canonicalText = (value: unknown): string => {
  admit(value)
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('a record cannot hold an undefined value')
  return text
}

const admit = (value: unknown): void => {
  switch (typeof value) {
    case 'string':
      if (!value.isWellFormed() || value.normalize('NFC') !== value)
        throw new TypeError('a text in the record must be well-formed and in NFC')
      return
    case 'number':
      if (!Number.isSafeInteger(value) || Object.is(value, -0))
        throw new TypeError('a number in the record must be a safe integer')
      return
    case 'boolean':
    case 'undefined':
      return
    case 'object':
      if (value === null) return
      if (Array.isArray(value)) {
        for (const item of value) {
          if (item === undefined) throw new TypeError('a list in the record has no gaps')
          admit(item)
        }
        return
      }
      if (Object.getPrototypeOf(value) !== Object.prototype && Object.getPrototypeOf(value) !== null)
        throw new TypeError('a record holds plain objects only')
      for (const [key, item] of Object.entries(value)) {
        admit(key)
        admit(item)
      }
      return
    default:
      throw new TypeError(`a record cannot hold a ${typeof value}`)
  }
}
