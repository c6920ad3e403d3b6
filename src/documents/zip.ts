import { PassThrough } from 'node:stream'
import { createDeflateRaw } from 'node:zlib'
import { crc32 } from './uploads/crc32.ts'

/** A file to go into a ZIP: its content piece by piece. */
export interface ZipFile {
  readonly name: string
  readonly content: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>
  /** Left as it is: signatures would hardly be smaller, and are sooner read so. */
  readonly stored?: true
}

const encoder = new TextEncoder()
/** Names are UTF-8. */
const flags = 1 << 11
const [asItIs, deflated] = [0, 8]
const needs = 20
const most = 0xffffffff

/** More was to go into a ZIP than its form can say. */
export class ZipTooLarge extends RangeError {}

const number = (value: number, bytes: 2 | 4): Buffer => {
  const out = Buffer.alloc(bytes)
  out.writeUIntLE(value, 0, bytes)
  return out
}

/** A day and time as MS-DOS wrote them, at +08:00. */
const dosTime = (at: Date): Buffer => {
  const local = new Date(at.getTime() + 8 * 3600_000)
  const time = (local.getUTCHours() << 11) | (local.getUTCMinutes() << 5) | (local.getUTCSeconds() >> 1)
  const day = ((local.getUTCFullYear() - 1980) << 9) | ((local.getUTCMonth() + 1) << 5) | local.getUTCDate()
  return Buffer.concat([number(time, 2), number(day, 2)])
}

/** Packs one file; what it comes to is known only at its end, so it is packed before its header is written. */
const packed = async ({ content, stored }: ZipFile) => {
  const deflate = stored ? new PassThrough() : createDeflateRaw()
  const parts: Buffer[] = []
  deflate.on('data', (part: Buffer) => void parts.push(part))
  const ended = new Promise<void>((resolve, reject) => deflate.once('end', resolve).once('error', reject))
  let [crc, size] = [0, 0]
  for await (const piece of content) {
    const bytes = typeof piece === 'string' ? encoder.encode(piece) : piece
    crc = crc32(bytes, crc)
    size += bytes.length
    if (!deflate.write(bytes)) await new Promise<void>((resolve) => deflate.once('drain', resolve))
  }
  deflate.end()
  await ended
  return { method: stored ? asItIs : deflated, crc, size, bytes: Buffer.concat(parts) }
}

/** The files as one ZIP, written as it is read. */
export async function* zipped(files: AsyncIterable<ZipFile> | Iterable<ZipFile>, at: Date): AsyncGenerator<Uint8Array> {
  const directory: Buffer[] = []
  let place = 0
  for await (const file of files) {
    const { method, crc, size, bytes } = await packed(file)
    const name = Buffer.from(file.name)
    const told = [number(needs, 2), number(flags, 2), number(method, 2), dosTime(at), number(crc, 4)]
    const about = Buffer.concat([
      ...told,
      number(bytes.length, 4),
      number(size, 4),
      number(name.length, 2),
      number(0, 2),
    ])
    directory.push(
      Buffer.concat([number(0x02014b50, 4), number(needs, 2), about, Buffer.alloc(10), number(place, 4), name]),
    )
    const local = Buffer.concat([number(0x04034b50, 4), about, name])
    yield local
    yield bytes
    place += local.length + bytes.length
    if (place > most || directory.length >= 0xffff) throw new ZipTooLarge('a ZIP holds 4 GB and 65,534 files at most')
  }
  const all = Buffer.concat(directory)
  const count = number(directory.length, 2)
  yield all
  yield Buffer.concat([
    number(0x06054b50, 4),
    Buffer.alloc(4),
    count,
    count,
    number(all.length, 4),
    number(place, 4),
    Buffer.alloc(2),
  ])
}

/** Every file bears this day, so that the same papers make the same archive. */
const someDay = new Date('1980-01-01T00:00:00+08:00')

/** Files by name, packed in the order given: the same files give the same bytes. */
export const zipOf = async (files: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> => {
  const list = Object.entries(files).map(([name, content]) => ({ name, content: [content] }))
  const parts: Uint8Array[] = []
  for await (const part of zipped(list, someDay)) parts.push(part)
  return new Uint8Array(Buffer.concat(parts))
}

/** The same of files that come one after the other: packed as whoever asked for it takes it. */
export const zipStream = (files: AsyncIterable<ZipFile>): ReadableStream<Uint8Array> => {
  const parts = zipped(files, someDay)
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await parts.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    cancel: async () => {
      await parts.return(undefined)
    },
  })
}
