import { zlibSync } from 'fflate'
import { encode } from 'uqr'
import { crc32 } from '../uploads/crc32.ts'

/** The dark squares of a code by rows, with the quiet border that telephones need. */
const squaresOf = (text: string): readonly (readonly boolean[])[] => encode(text, { ecc: 'Q', border: 4 }).data

/** A code as a path in a square of so many units: every dark run is a bar one unit high. */
export const qrPath = (text: string): { readonly size: number; readonly path: string } => {
  const rows = squaresOf(text)
  const bars = rows.flatMap((row, y) =>
    row.flatMap((dark, x) => {
      if (!dark || row[x - 1]) return []
      const end = row.indexOf(false, x)
      return [`M${x} ${y}h${(end < 0 ? row.length : end) - x}v1H${x}z`]
    }),
  )
  return { size: rows.length, path: bars.join('') }
}

const pixels = 8
const signature = [137, 80, 78, 71, 13, 10, 26, 10]

const chunk = (name: string, content: Uint8Array): Uint8Array => {
  const whole = new Uint8Array(content.length + 12)
  const view = new DataView(whole.buffer)
  view.setUint32(0, content.length)
  whole.set(new TextEncoder().encode(name), 4)
  whole.set(content, 8)
  view.setUint32(whole.length - 4, crc32(whole.subarray(4, whole.length - 4)))
  return whole
}

/** The same as a picture for word processors: PNG, one bit a pixel, eight pixels a square. */
export const qrPicture = (text: string): Uint8Array => {
  const rows = squaresOf(text)
  const width = rows.length * pixels
  const head = new Uint8Array(13)
  const view = new DataView(head.buffer)
  view.setUint32(0, width)
  view.setUint32(4, width)
  head[8] = 1
  // A square is eight pixels: one byte. White is 1, and each line begins with its filter, 0.
  const lines = rows.flatMap((row) => {
    const bytes = [0, ...row.map((dark) => (dark ? 0 : 255))]
    return Array.from({ length: pixels }, () => bytes).flat()
  })
  const parts = [
    Uint8Array.from(signature),
    chunk('IHDR', head),
    chunk('IDAT', zlibSync(Uint8Array.from(lines))),
    chunk('IEND', new Uint8Array()),
  ]
  return Uint8Array.from(parts.flatMap((part) => [...part]))
}
