export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Bytes read one for one as characters, to be compared with the names that formats write in ASCII. */
export const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)

export const startsWith = (bytes: Uint8Array, text: string, at = 0): boolean =>
  at + text.length <= bytes.length && [...text].every((letter, n) => bytes[at + n] === letter.charCodeAt(0))

export const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
