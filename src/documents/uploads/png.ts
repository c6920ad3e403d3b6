import { ok, type Result } from '../../../workflows/result.ts'
import { joined, latin1, viewOf } from './bytes.ts'
import { crc32 } from './crc32.ts'
import { broken, type Checked, type FileFault, unsafe } from './fault.ts'
import { partsAtMost, sizeFault } from './picture-size.ts'

interface Chunk {
  readonly name: string
  readonly data: Uint8Array
  /** With its length, name and checksum. */
  readonly whole: Uint8Array
}

export const pngSignature = '\x89PNG\r\n\x1a\n'

const critical = ['IHDR', 'PLTE', 'IDAT', 'IEND']
/**
 * What else is kept: how the colours are meant. Texts, times, Exif (with its place, and its orientation) and whatever is
 * unknown are left out.
 */
const colours = ['tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'sBIT', 'bKGD', 'hIST', 'pHYs']

/** The bit depths that each colour type may have. */
const depths: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
}

const chunksOf = (file: Uint8Array): Result<readonly Chunk[], FileFault> => {
  const view = viewOf(file)
  const chunks: Chunk[] = []
  for (let at = pngSignature.length; at + 12 <= file.length; ) {
    const end = at + 12 + view.getUint32(at)
    if (end > file.length) return broken('cut-short')
    if (crc32(file.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) return broken('checksum')
    if (chunks.length === partsAtMost) return broken('structure')
    const name = latin1(file.subarray(at + 4, at + 8))
    chunks.push({ name, data: file.subarray(at + 8, end - 4), whole: file.subarray(at, end) })
    if (name === 'IEND' && end !== at + 12) return broken('structure')
    if (name === 'IEND') return end === file.length ? ok(chunks) : unsafe('appended')
    at = end
  }
  return broken('cut-short')
}

const headerFault = (header: Uint8Array): ReturnType<typeof sizeFault> => {
  if (header.length !== 13) return broken('structure')
  const [depth = 0, colour = 0, compression, filter, interlace = 2] = header.subarray(8)
  if (!depths[colour]?.includes(depth) || compression !== 0 || filter !== 0 || interlace > 1) return broken('coding')
  const view = viewOf(header)
  return sizeFault(view.getUint32(0), view.getUint32(4))
}

/** The order of the parts: header, colours, the picture's data in one run, the end. */
const inOrder = /^IHDR (colour )*(PLTE (colour )*)?(IDAT )+IEND $/

/** Walks a PNG chunk by chunk; its pixels are not unfolded. */
export const checkPng = (file: Uint8Array): Checked => {
  const chunks = chunksOf(file)
  if (!chunks.ok) return chunks
  const [header] = chunks.value
  if (header?.name !== 'IHDR') return broken('structure')
  const fault = headerFault(header.data)
  if (fault) return fault
  // A name that begins with a capital letter is needed to read the picture.
  if (chunks.value.some(({ name }) => /^[A-Z]/.test(name) && !critical.includes(name))) return broken('coding')
  const kept = chunks.value.filter(({ name }) => critical.includes(name) || colours.includes(name))
  const parts = kept.map(({ name }) => (critical.includes(name) ? `${name} ` : 'colour '))
  if (!inOrder.test(parts.join(''))) return broken('structure')
  return ok(joined([file.subarray(0, pngSignature.length), ...kept.map(({ whole }) => whole)]))
}
