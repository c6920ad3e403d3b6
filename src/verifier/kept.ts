import { readCodeWithSize } from '../../workflows/format/checkpoint.ts'
import type { Kept } from '../../workflows/verify.ts'
import { keysIn } from './known-keys.ts'

const note = /^yishi\/\S+\r?\n\d+\r?\n\S+\r?\n\r?\n(?:— \S+ \S+(?:\r?\n|$))+/gm

/** Keys, checkpoints and codes as somebody pasted them, one beneath the other; undefined where one of them is none. */
export const keptIn = (text: string): Kept | undefined => {
  const checkpoints = [...text.matchAll(note)].map(([whole]) => whole)
  const rest = text.replaceAll(note, '\n').trim()
  // A key set may take several lines.
  const whole = keysIn(rest)
  if (whole) return { keys: whole, checkpoints, codes: [] }
  const lines = rest.split('\n').filter((line) => line.trim() !== '')
  const codes = lines.map(readCodeWithSize)
  const keys = lines.map((line, n) => (codes[n] ? [] : keysIn(line)))
  return keys.includes(undefined)
    ? undefined
    : { keys: keys.flatMap((some) => some ?? []), checkpoints, codes: codes.filter((one) => one !== undefined) }
}
