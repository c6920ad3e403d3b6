/** Bytes that are read where they lie: a file on a disk, a file that was dropped on a page. */
export interface Lying {
  readonly size: number
  readonly slice: (from: number, to: number) => Promise<Uint8Array>
}

/** A file in a ZIP, still packed. */
interface Packed {
  readonly method: number
  readonly at: number
  readonly length: number
}

export class ZipUnreadable extends Error {}

const u16 = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)
const u32 = (bytes: Uint8Array, at: number): number => (u16(bytes, at) | (u16(bytes, at + 2) << 16)) >>> 0

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50
/** An end record with the longest comment it may have. */
const endAtMost = 22 + 0xffff

/** The files of a ZIP by name. Packed in parts, encrypted, or larger than 4 GB it is refused. */
export const openZip = async (zip: Lying): Promise<ReadonlyMap<string, Packed>> => {
  const from = Math.max(0, zip.size - endAtMost)
  const tail = await zip.slice(from, zip.size)
  let end = tail.length - 22
  while (end >= 0 && u32(tail, end) !== endSignature) end -= 1
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
    const name = new TextDecoder().decode(directory.subarray(place + 46, place + 46 + (nameLength ?? 0)))
    if (files.has(name)) throw new ZipUnreadable(`${name} twice`)
    files.set(name, {
      method: u16(directory, place + 10),
      at: u32(directory, place + 42),
      length: u32(directory, place + 20),
    })
    place += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return files
}

const readAtOnce = 1 << 20

/** A packed file, unpacked as it is read. */
const unpacked = async (zip: Lying, { method, at, length }: Packed): Promise<ReadableStream<Uint8Array>> => {
  const local = await zip.slice(at, at + 30)
  if (u32(local, 0) !== localSignature) throw new ZipUnreadable('damaged')
  const begins = at + 30 + u16(local, 26) + u16(local, 28)
  let read = 0
  const packed = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: async (stream) => {
      if (read >= length) return stream.close()
      const upTo = Math.min(read + readAtOnce, length)
      stream.enqueue(new Uint8Array(await zip.slice(begins + read, begins + upTo)))
      read = upTo
    },
  })
  if (method === 0) return packed
  if (method !== 8) throw new ZipUnreadable(`packed by method ${method}`)
  return packed.pipeThrough(new DecompressionStream('deflate-raw'))
}

/** The lines of a file in a ZIP, each without its break. */
export async function* linesOf(zip: Lying, file: Packed): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const reader = (await unpacked(zip, file)).getReader()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    const text = rest + (done ? decoder.decode() : decoder.decode(value, { stream: true }))
    const lines = text.split('\n')
    rest = lines.pop() ?? ''
    yield* lines
    if (done) break
  }
  if (rest !== '') yield rest
}
