import { z } from 'zod'

/** Bytes that are being read: all ASCII, so that they and their text have the same places. */
export interface Bytes {
  bytes: Uint8Array
  text: string
  /** How far they have been read; negative once they do not fit. */
  at: number
}

/** Reads on from where the bytes stand; what it answers counts only where they fitted. */
export type Reading = (line: Bytes) => unknown

const encoder = new TextEncoder()
const [quote, backslash, minus, zero, space, tilde] = [0x22, 0x5c, 0x2d, 0x30, 0x20, 0x7e]
export const doesNotFit = -1

/** Takes these letters, or leaves the bytes where they stand. */
export const takes = (line: Bytes, letters: Uint8Array): boolean => {
  const { bytes, at } = line
  for (let n = 0; n < letters.length; n += 1) if (bytes[at + n] !== letters[n]) return false
  line.at = at + letters.length
  return true
}

export const misfit = (line: Bytes): undefined => {
  line.at = doesNotFit
  return undefined
}

export const fixed = (value: string | boolean | number): Reading => {
  const letters = encoder.encode(JSON.stringify(value))
  return (line) => (takes(line, letters) ? value : misfit(line))
}

const isHex = Uint8Array.from({ length: 256 }, (_, byte) => Number(/[0-9a-f]/.test(String.fromCharCode(byte))))

/** Whether four bytes are lower-case hex digits. */
const fourHex = (bytes: Uint8Array, at: number): number =>
  (isHex[bytes[at] ?? 0] ?? 0) &
  (isHex[bytes[at + 1] ?? 0] ?? 0) &
  (isHex[bytes[at + 2] ?? 0] ?? 0) &
  (isHex[bytes[at + 3] ?? 0] ?? 0)

/** A text of so many letters in quotes. The one read last is known again. */
const ofLength = (length: number, fits: (line: Bytes, from: number) => boolean): Reading => {
  let known = ''
  const last = new Uint8Array(length)
  return (line) => {
    const { bytes, at } = line
    const from = at + 1
    if (bytes[at] !== quote || bytes[from + length] !== quote) return misfit(line)
    line.at = from + length + 1
    let same = 0
    while (same < length && bytes[from + same] === last[same]) same += 1
    if (same === length && known !== '') return known
    if (!fits(line, from)) return misfit(line)
    for (let n = same; n < length; n += 1) last[n] = bytes[from + n] ?? 0
    known = line.text.slice(from, from + length)
    return known
  }
}

/** A UUID as this system writes them; other forms that a schema takes are read in full. */
export const uuid = (): Reading =>
  ofLength(36, ({ bytes }, at) => {
    const version = bytes[at + 14] ?? 0
    const variant = bytes[at + 19] ?? 0
    let hex = fourHex(bytes, at) & fourHex(bytes, at + 4) & fourHex(bytes, at + 9)
    hex &= fourHex(bytes, at + 14) & fourHex(bytes, at + 19)
    hex &= fourHex(bytes, at + 24) & fourHex(bytes, at + 28) & fourHex(bytes, at + 32)
    return (
      hex === 1 &&
      bytes[at + 8] === minus &&
      bytes[at + 13] === minus &&
      bytes[at + 18] === minus &&
      bytes[at + 23] === minus &&
      version > zero &&
      version < zero + 9 &&
      (variant === 0x38 || variant === 0x39 || variant === 0x61 || variant === 0x62)
    )
  })

export const hash = (): Reading =>
  ofLength(64, ({ bytes }, at) => {
    let hex = 1
    for (let n = at; n < at + 64; n += 4) hex &= fourHex(bytes, n)
    return hex === 1
  })

const remembered = 200

/** A text of its own: a piece of a longer one would keep the whole of it in memory. */
const apart = (text: string): string => text.split('').join('')

/** What a schema says of a text: the text, or undefined where it is refused. It is asked once for each. */
const asking = (schema: z.core.$ZodType): ((text: string) => string | undefined) => {
  const known = new Map<string, string | undefined>()
  return (text) => {
    const told = known.get(text)
    if (told !== undefined || known.has(text)) return told
    const own = apart(text)
    const { success, data } = z.safeParse(schema, own)
    const fits = success && data === own ? own : undefined
    if (known.size >= remembered) known.clear()
    known.set(own, fits)
    return fits
  }
}

/** Any other text of plain letters, as its schema says. */
export const plain = (schema: z.core.$ZodType): Reading => {
  const fits = asking(schema)
  let [known, last] = ['', new Uint8Array(0)]
  return (line) => {
    if (known !== '' && takes(line, last)) return known
    const { bytes, at } = line
    if (bytes[at] !== quote) return misfit(line)
    let end = at + 1
    for (let byte = bytes[end] ?? 0; byte !== quote; byte = bytes[end] ?? 0) {
      if (byte < space || byte > tilde || byte === backslash) return misfit(line)
      end += 1
    }
    line.at = end + 1
    const text = fits(line.text.slice(at + 1, end))
    if (text === undefined) return misfit(line)
    ;[known, last] = [text, bytes.slice(at, end + 1)]
    return text
  }
}

const [earliest, latest] = ['T00:00:00.000Z', 'T29:59:59.999Z'].map((text) => encoder.encode(text))

/** An instant of a day: the schema is asked once a day, at midnight; the rest is hours, minutes and seconds. */
export const instant = (schema: z.core.$ZodType): Reading => {
  const dayIn = asking(z.string().refine((day) => z.safeParse(schema, `${day}T00:00:00.000Z`).success))
  return ofLength(24, ({ bytes, text }, from) => {
    for (let n = 0; n < 14; n += 1) {
      const byte = bytes[from + 10 + n] ?? 0
      if (byte < (earliest?.[n] ?? 0) || byte > (latest?.[n] ?? 0)) return false
    }
    const beyond = bytes[from + 11] === zero + 2 && (bytes[from + 12] ?? 0) > zero + 3
    return !beyond && dayIn(text.slice(from, from + 10)) !== undefined
  })
}

/** A whole number that has one written form whatever reads it; larger ones and those below zero are read in full. */
export const whole = (atLeast: number, atMost: number): Reading => {
  const digits = 15
  return (line) => {
    const { bytes, at } = line
    let [end, value] = [at, 0]
    for (let byte = bytes[end] ?? 0; byte >= zero && byte < zero + 10; byte = bytes[end] ?? 0) {
      value = value * 10 + byte - zero
      end += 1
    }
    const written = end > at && end - at <= digits && (bytes[at] !== zero || end === at + 1)
    line.at = end
    return written && value >= atLeast && value <= atMost ? value : misfit(line)
  }
}
