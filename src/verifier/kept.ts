import { readCode } from '../../workflows/format/checkpoint.ts'
import type { Kept } from '../../workflows/verify.ts'
import { keysIn } from './known-keys.ts'

const note = /^yishi\/\S+\r?\n\d+\r?\n\S+\r?\n\r?\n(?:— \S+ \S+(?:\r?\n|$))+/gm

/** A checkpoint's code with its size, as it stands on paper: `42:ABCD-…`. Undefined where it is none. */
export const codeIn = (text: string): { readonly size: number; readonly code: string } | undefined => {
  const [, size, typed = ''] = /^(\d{1,15})\s*[:：]\s*(.+)$/.exec(text.trim()) ?? []
  const code = readCode(typed)
  return size === undefined || code === undefined ? undefined : { size: Number(size), code }
}

/** Keys, checkpoints and codes as somebody pasted them, one beneath the other; undefined where one of them is none. */
export const keptIn = (text: string): Kept | undefined => {
  const checkpoints = [...text.matchAll(note)].map(([whole]) => whole)
  const rest = text.replaceAll(note, '\n').trim()
  // A key set may take several lines.
  const whole = keysIn(rest)
  if (whole) return { keys: whole, checkpoints, codes: [] }
  const lines = rest.split('\n').filter((line) => line.trim() !== '')
  const codes = lines.map(codeIn)
  const keys = lines.map((line, n) => (codes[n] ? [] : keysIn(line)))
  return keys.includes(undefined)
    ? undefined
    : { keys: keys.flatMap((some) => some ?? []), checkpoints, codes: codes.filter((one) => one !== undefined) }
}
