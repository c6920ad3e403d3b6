/** Bytes that are read where they lie: a file on a disk, a file that was dropped on a page. */
export interface Lying {
  readonly size: number
  readonly slice: (from: number, to: number) => Promise<Uint8Array>
  /** Inflates what comes to so many bytes, where that can be done at once; undefined where it does not come to them. */
  readonly inflated?: (packed: Uint8Array, size: number) => Uint8Array | undefined
}

/** A file in a ZIP, still packed. */
interface Packed {
  readonly name: string
  /** How many bytes it is written in. */
  readonly named: number
  readonly method: number
  readonly at: number
  readonly length: number
  /** What it is said to come to. */
  readonly size: number
}

/** Whole lines of a file as they stand, with what they say; cut at the same places where every byte is a letter. */
export interface Lines {
  readonly bytes: Uint8Array
  readonly text: string
}

export class ZipUnreadable extends Error {}

const u16 = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)
const u32 = (bytes: Uint8Array, at: number): number => (u16(bytes, at) | (u16(bytes, at + 2) << 16)) >>> 0

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50
/** An end record with the longest comment it may have. */
const endAtMost = 22 + 0xffff

const nameDecoder = new TextDecoder()

/** The files of a ZIP by name. Packed in parts, encrypted, or larger than 4 GB it is refused. */
export const openZip = async (zip: Lying): Promise<ReadonlyMap<string, Packed>> => {
  const from = Math.max(0, zip.size - endAtMost)
  const tail = await zip.slice(from, zip.size)
  let end = tail.length - 22
  // Its comment ends with the file: what a comment holds, or what was added behind, is no end.
  while (end >= 0 && (u32(tail, end) !== endSignature || end + 22 + u16(tail, end + 20) !== tail.length)) end -= 1
  if (end < 0) throw new ZipUnreadable('no ZIP')
  const [count, length, at] = [u16(tail, end + 10), u32(tail, end + 12), u32(tail, end + 16)]
  if (count === 0xffff || at === 0xffffffff || u16(tail, end + 4) !== 0)
    throw new ZipUnreadable('too large, or in parts')
  const directory = await zip.slice(at, at + length)
  const files = new Map<string, Packed>()
  let place = 0
  for (let n = 0; n < count; n += 1) {
    if (u32(directory, place) !== entrySignature || (u16(directory, place + 8) & 1) !== 0)
      throw new ZipUnreadable('damaged, or encrypted')
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => u16(directory, place + offset))
    const named = nameLength ?? 0
    const name = nameDecoder.decode(directory.subarray(place + 46, place + 46 + named))
    if (files.has(name)) throw new ZipUnreadable(`${name} twice`)
    files.set(name, {
      name,
      named,
      method: u16(directory, place + 10),
      at: u32(directory, place + 42),
      length: u32(directory, place + 20),
      size: u32(directory, place + 24),
    })
    place += 46 + named + (extra ?? 0) + (comment ?? 0)
  }
  return files
}

const readAtOnce = 1 << 18
const blocksKept = 8
/** What is larger, packed or unpacked, is unpacked piece by piece. */
const inflatedAtMost = 1 << 24

/** The same bytes, read by large blocks: the files of a case lie side by side. */
export const readAhead = (zip: Lying): Lying => {
  const blocks = new Map<number, Uint8Array>()
  const slice = async (from: number, to: number): Promise<Uint8Array> => {
    const begins = from - (from % readAtOnce)
    if (to > begins + readAtOnce) return zip.slice(from, to)
    const block = blocks.get(begins) ?? (await zip.slice(begins, Math.min(begins + readAtOnce, zip.size)))
    blocks.delete(begins)
    blocks.set(begins, block)
    for (const oldest of blocks.keys()) {
      if (blocks.size <= blocksKept) break
      blocks.delete(oldest)
    }
    return block.subarray(from - begins, to - begins)
  }
  return { ...zip, slice }
}

/** A packed file, unpacked as it is read. */
async function* unpacked(zip: Lying, file: Packed): AsyncGenerator<Uint8Array> {
  const { name, method, at, length, size } = file
  const named = at + 30 + file.named
  const local = await zip.slice(at, named)
  if (u32(local, 0) !== localSignature) throw new ZipUnreadable('damaged')
  // Some read a ZIP by its directory and some by what stands before each file: both find the same.
  if (u16(local, 26) !== file.named || u16(local, 8) !== method || nameDecoder.decode(local.subarray(30)) !== name)
    throw new ZipUnreadable(`${name} is called otherwise where it lies`)
  const begins = named + u16(local, 28)
  if (method === 0 && length === size && length <= readAtOnce) return yield await zip.slice(begins, begins + length)
  if (method === 8 && zip.inflated && size <= inflatedAtMost && length <= inflatedAtMost) {
    const whole = zip.inflated(await zip.slice(begins, begins + length), size)
    if (whole?.length === size) return yield whole
  }
  if (method !== 0 && method !== 8) throw new ZipUnreadable(`packed by method ${method}`)
  let read = 0
  const packed = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: async (stream) => {
      if (read >= length) return stream.close()
      const upTo = Math.min(read + readAtOnce, length)
      stream.enqueue(new Uint8Array(await zip.slice(begins + read, begins + upTo)))
      read = upTo
    },
  })
  const reader = (method === 0 ? packed : packed.pipeThrough(new DecompressionStream('deflate-raw'))).getReader()
  for (let left = size; ; ) {
    const { done, value } = await reader.read()
    left -= value?.length ?? 0
    if (done ? left > 0 : left < 0) throw new ZipUnreadable(`${name} has another size`)
    if (done) return
    yield value
  }
}

const lineBreak = 0x0a
/** The longest entry is the import of a roster: 39 bytes a person. */
const lineAtMost = 1 << 26
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The lines of a file in a ZIP, if it is there; some at a time, the last perhaps without its break. */
export async function* linesOf(zip: Lying, file: Packed | undefined): AsyncGenerator<Lines> {
  if (!file) return
  let rest: readonly Uint8Array[] = []
  for await (const bytes of unpacked(zip, file)) {
    const whole = bytes.lastIndexOf(lineBreak) + 1
    // One after another: what is handed on by `yield*` is waited for twice.
    if (whole > 0) for (const piece of pieces(joined([...rest, bytes.subarray(0, whole)]))) yield piece
    if (whole > 0) rest = []
    if (whole < bytes.length) rest = [...rest, bytes.subarray(whole)]
    // Counted now and then: bytes that never end a line are not gathered until nothing else fits.
    if (rest.length % 64 === 0 && rest.reduce((sum, { length }) => sum + length, 0) > lineAtMost)
      throw new ZipUnreadable(`${file.name} has a line that does not end`)
  }
  const last = joined(rest)
  if (last.length > 0) yield said(last)
}

/** A longer text is made where memory is dear, and stays there while a word of it is kept. */
const saidAtOnce = 1 << 15

/** Whole lines, no more of them at a time than are read soonest. */
function* pieces(bytes: Uint8Array): Generator<Lines> {
  for (let from = 0; from < bytes.length; ) {
    const before = bytes.lastIndexOf(lineBreak, from + saidAtOnce) + 1
    const to = before > from ? before : bytes.indexOf(lineBreak, from) + 1
    yield said(bytes.subarray(from, to))
    from = to
  }
}

const said = (bytes: Uint8Array): Lines => ({ bytes, text: decoder.decode(bytes) })

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const [one, ...more] = parts.filter(({ length }) => length > 0)
  if (!one || more.length === 0) return one ?? new Uint8Array(0)
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** A line by where its bytes lie. */
export const lineIn = ({ bytes, text }: Lines, from: number, to: number): string =>
  text.length === bytes.length ? text.slice(from, to) : decoder.decode(bytes.subarray(from, to))

/** Takes whole lines apart: each is told by where its bytes lie. */
export const eachLine = <T>({ bytes, text }: Lines, take: (from: number, to: number) => T): readonly T[] => {
  const plain = text.length === bytes.length
  const taken: T[] = []
  for (let from = 0; from < bytes.length; ) {
    const ends = plain ? text.indexOf('\n', from) : bytes.indexOf(lineBreak, from)
    const to = ends < 0 ? bytes.length : ends
    taken.push(take(from, to))
    from = to + 1
  }
  return taken
}
