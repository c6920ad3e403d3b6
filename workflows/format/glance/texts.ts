import { z } from 'zod'
import { apart } from '../apart.ts'
import { fitting, plainUntil } from '../fitting.ts'
import { eightsIn, type Line, misfit, type Reading } from './letters.ts'
import { type Schema, uuid } from './schema.ts'

/*
 * What is met again is answered by the same text as before: it need not be held to anything again, and nobody who looks it up
 * has to compare it letter by letter.
 */

const quote = 0x22

/** Whether a text of so many letters stands here between quotes. */
const isQuoted = ({ bytes, at }: Line, length: number): boolean =>
  at + length + 1 < bytes.length && bytes[at] === quote && bytes[at + length + 1] === quote

/** A text that has letters of a sort at each place. */
export const textOf = (pattern: string): Reading => {
  const { length, fit } = fitting(pattern)
  return (line) => {
    const from = line.at + 1
    if (!isQuoted(line, length) || !fit(line.view, from)) return misfit(line)
    line.at = from + length + 1
    return line.text.slice(from, from + length)
  }
}

/** Texts that are met again: how many are known, a power of two, by the three digits of hex that they end with; and what else is asked of each. */
interface Again {
  readonly many?: number
  readonly admits?: (text: string) => boolean
}

const digitOf = (letter = 0): number => (letter & 0xf) + ((letter >> 6) & 1) * 9

/** The number that three digits of hex say before a place. */
const numberBefore = (bytes: Uint8Array, to: number): number =>
  (digitOf(bytes[to - 3]) << 8) | (digitOf(bytes[to - 2]) << 4) | digitOf(bytes[to - 1])

/** The same of texts that are mostly met again. */
export const textAgain = (pattern: string, { many = 1, admits = () => true }: Again = {}): Reading => {
  const { length, fit } = fitting(pattern)
  const places = eightsIn(length)
  /** Of no letters at first. */
  const eights = new Float64Array(many * places.length).fill(Number.NaN)
  /** The text of each, once it was met again: one of its own, since a piece of a longer one would keep that in memory. */
  const known: (string | undefined)[] = Array.from({ length: many }, () => undefined)
  return (line) => {
    const { bytes, text, view, at } = line
    const [from, to] = [at + 1, at + 1 + length]
    if (!isQuoted(line, length)) return misfit(line)
    line.at = to + 1
    const one = numberBefore(bytes, to) & (many - 1)
    const kept = one * places.length
    let n = 0
    while (n < places.length && eights[kept + n] === view.getFloat64(from + (places[n] ?? 0), true)) n += 1
    if (n < places.length) {
      const said = text.slice(from, to)
      if (!fit(view, from) || !admits(said)) return misfit(line)
      for (; n < places.length; n += 1) eights[kept + n] = view.getFloat64(from + (places[n] ?? 0), true)
      known[one] = undefined
      return said
    }
    const said = known[one] ?? apart(text.slice(from, to))
    known[one] = said
    return said
  }
}

/** Ids: those who sign in and vote are a few hundred, and are looked up again and again. */
export const idRead: Reading = textAgain(uuid, { many: 1 << 12 })

const hourLength = '2026-03-02T01'.length
const two = '[0-9][0-9]'

/** An instant as a schema has it, which is asked once an hour. */
export const instantRead = (schema: Schema): Reading => {
  const last = { hour: 'none' }
  const admits = (text: string): boolean => {
    if (text.startsWith(last.hour)) return true
    const hour = text.slice(0, hourLength)
    if (!z.safeParse(schema, `${hour}:00:00.000Z`).success) return false
    last.hour = apart(hour)
    return true
  }
  return textAgain(`${two}${two}-${two}-${two}T${two}:[0-5][0-9]:[0-5][0-9].[0-9]${two}Z`, { admits })
}

const remembered = 200

/** A text of plain letters, as its schema says: asked once for each. */
export const plainRead = (schema: Schema): Reading => {
  const told = new Map<string, boolean>()
  const admits = (text: string): boolean => {
    const before = told.get(text)
    if (before !== undefined) return before
    const own = apart(text)
    const { success, data } = z.safeParse(schema, own)
    if (told.size >= remembered) told.clear()
    told.set(own, success && data === own)
    return success && data === own
  }
  const last = { text: '' }
  return (line) => {
    const { bytes, at } = line
    if (bytes[at] !== quote) return misfit(line)
    const to = plainUntil(bytes, at + 1)
    if (bytes[to] !== quote) return misfit(line)
    const text = line.text.slice(at + 1, to)
    if (text !== last.text || text === '') {
      if (!admits(text)) return misfit(line)
      last.text = text
    }
    line.at = to + 1
    return last.text
  }
}
