import { ok, type Result } from '../../../workflows/result.ts'
import { joined, latin1, startsWith, viewOf } from './bytes.ts'
import { broken, type Checked, type FileFault, unsafe } from './fault.ts'
import { partsAtMost, sizeFault } from './picture-size.ts'

interface Chunk {
  readonly name: string
  readonly data: Uint8Array
  /** With its name, its length and its padding. */
  readonly whole: Uint8Array
}

interface Size {
  readonly width: number
  readonly height: number
}

const headerLength = 12
const animated = 0b0000_0010
/** The flags of what is left out: Exif, which holds the place and which way up, and XMP. */
const metadata = 0b0000_1100

const chunksOf = (file: Uint8Array): Result<readonly Chunk[], FileFault> => {
  const view = viewOf(file)
  const end = 8 + view.getUint32(4, true)
  if (end > file.length) return broken('cut-short')
  if (end < file.length) return unsafe('appended')
  const chunks: Chunk[] = []
  for (let at = headerLength; at < end; ) {
    if (at + 8 > end) return broken('cut-short')
    if (chunks.length === partsAtMost) return broken('structure')
    const length = view.getUint32(at + 4, true)
    const next = at + 8 + length + (length % 2)
    if (next > end) return broken('cut-short')
    if (length % 2 === 1 && file[next - 1] !== 0) return broken('structure')
    const name = latin1(file.subarray(at, at + 4))
    chunks.push({ name, data: file.subarray(at + 8, at + 8 + length), whole: file.subarray(at, next) })
    at = next
  }
  return ok(chunks)
}

const low24 = (view: DataView, at: number): number => view.getUint16(at, true) | (view.getUint8(at + 2) << 16)

/** The size that the coded picture itself states; undefined where it is no such picture. */
const sizeOf = ({ name, data }: Chunk): Size | undefined => {
  const view = viewOf(data)
  if (name === 'VP8 ' && data.length >= 10 && startsWith(data, '\x9d\x01\x2a', 3) && view.getUint8(0) % 2 === 0)
    return { width: view.getUint16(6, true) & 0x3fff, height: view.getUint16(8, true) & 0x3fff }
  if (name === 'VP8L' && data.length >= 5 && data[0] === 0x2f) {
    const bits = view.getUint32(1, true)
    // Above the two sizes stand a bit for transparency and the version, which is 0.
    return bits >>> 29 === 0 ? { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 } : undefined
  }
  return undefined
}

const isPicture = ({ name }: Chunk): boolean => name === 'VP8 ' || name === 'VP8L'

const rebuilt = (chunks: readonly Uint8Array[]): Uint8Array => {
  const whole = joined([new Uint8Array(headerLength), ...chunks])
  whole.set(Uint8Array.from('RIFF', (letter) => letter.charCodeAt(0)))
  viewOf(whole).setUint32(4, whole.length - 8, true)
  whole.set(
    Uint8Array.from('WEBP', (letter) => letter.charCodeAt(0)),
    8,
  )
  return whole
}

/** The extended form: a head with the size of the whole, colours, transparency, one still picture, then metadata. */
const checkExtended = (head: Chunk, chunks: readonly Chunk[]): Checked => {
  if (head.data.length !== 10) return broken('structure')
  const view = viewOf(head.data)
  if ((view.getUint8(0) & animated) !== 0) return unsafe('animated')
  const kept = chunks.filter((chunk) => isPicture(chunk) || chunk.name === 'ICCP' || chunk.name === 'ALPH')
  if (!/^(ICCP )?((ALPH )?VP8 {2}|VP8L )$/.test(kept.map(({ name }) => `${name} `).join(''))) return broken('structure')
  const picture = kept.find(isPicture)
  const size = picture && sizeOf(picture)
  if (size?.width !== low24(view, 4) + 1 || size.height !== low24(view, 7) + 1) return broken('structure')
  const fault = sizeFault(size.width, size.height)
  if (fault) return fault
  const bare = head.whole.slice()
  viewOf(bare).setUint8(8, view.getUint8(0) & ~metadata)
  return ok(rebuilt([bare, ...kept.map(({ whole }) => whole)]))
}

/** Walks a WebP chunk by chunk; its pixels are not unfolded. */
export const checkWebp = (file: Uint8Array): Checked => {
  const chunks = chunksOf(file)
  if (!chunks.ok) return chunks
  const [first, ...others] = chunks.value
  if (first?.name === 'VP8X') return checkExtended(first, others)
  const size = first && sizeOf(first)
  if (!size || others.length > 0) return broken('structure')
  return sizeFault(size.width, size.height) ?? ok(rebuilt([first.whole]))
}
