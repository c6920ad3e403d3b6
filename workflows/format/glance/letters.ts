import { z } from 'zod'
import { apart } from '../apart.ts'
import type { Schema } from './schema.ts'

/** Bytes that are being read: all ASCII, so that they and their text have the same places. */
export interface Bytes {
  bytes: Uint8Array
  text: string
  /** How far they have been read; negative once they do not fit. */
  at: number
}

/** Reads on from where the bytes stand; what it answers counts only where they fitted. */
export type Reading = (line: Bytes) => unknown

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

const remembered = 200

/** What a schema says of a text: the text, or undefined where it is refused. It is asked once for each. */
export const asking = (schema: Schema): ((text: string) => string | undefined) => {
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
