import { deflateSync } from 'node:zlib'
import { crc32 } from '../../src/documents/uploads/crc32.ts'

/** Photos and documents made byte by byte, whole ones and wrong ones. */

export const ascii = (text: string): Buffer => Buffer.from(text, 'latin1')
const u32 = (n: number): Buffer => Buffer.from([n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255])
const u16 = (n: number): Buffer => Buffer.from([n >>> 8, n & 255])
const u24le = (n: number): Buffer => Buffer.from([n & 255, (n >>> 8) & 255, n >>> 16])

/** What must be gone from a picture that is kept. */
export const place = 'N36-39-04 E117-07-12'

export const pngChunk = (name: string, data: Uint8Array): Buffer => {
  const named = Buffer.concat([ascii(name), data])
  return Buffer.concat([u32(data.length), named, u32(crc32(named))])
}
export const pngMagic = ascii('\x89PNG\r\n\x1a\n')
export const pngHeader = (width: number, height: number, rest: readonly number[] = [8, 0, 0, 0, 0]): Buffer =>
  pngChunk('IHDR', Buffer.concat([u32(width), u32(height), Buffer.from(rest)]))
export const pngData = (width = 3, height = 2): Buffer =>
  pngChunk('IDAT', deflateSync(Buffer.alloc((width + 1) * height, 128)))
export const pngEnd = pngChunk('IEND', Buffer.alloc(0))
/** A grey PNG, with further chunks before its data. */
export const png = (...before: readonly Buffer[]): Buffer =>
  Buffer.concat([pngMagic, pngHeader(3, 2), ...before, pngData(), pngEnd])

/** Exif as a telephone writes it: which way up, and the place. */
export const exif = (order: 'II' | 'MM' = 'II', orientation = 6): Buffer => {
  const short = (n: number): Buffer => (order === 'MM' ? u16(n) : u16(n).reverse())
  const long = (n: number): Buffer => (order === 'MM' ? u32(n) : u32(n).reverse())
  const field = (tag: number, type: number, count: number, value: Buffer): Buffer =>
    Buffer.concat([short(tag), short(type), long(count), value, Buffer.alloc(4 - value.length)])
  const gpsAt = 8 + 2 + 2 * 12 + 4
  return Buffer.concat([
    ascii(order),
    short(42),
    long(8),
    short(2),
    field(0x0112, 3, 1, short(orientation)),
    field(0x8825, 4, 1, long(gpsAt)),
    long(0),
    short(1),
    field(0x001b, 2, place.length, long(gpsAt + 18)),
    long(0),
    ascii(place),
  ])
}

export const segment = (marker: number, data: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from([0xff, marker]), u16(data.length + 2), data])
export const exifSegment = (content: Uint8Array = exif()): Buffer =>
  segment(0xe1, Buffer.concat([ascii('Exif\0\0'), content]))
export const jfif = segment(0xe0, ascii('JFIF\0\x01\x01\0\0\x01\0\x01\0\0'))
export const frame = (width: number, height: number, marker = 0xc0): Buffer =>
  segment(marker, Buffer.concat([Buffer.from([8]), u16(height), u16(width), Buffer.from([1, 1, 0x11, 0])]))
export const quantisation = segment(0xdb, Buffer.alloc(65, 1))
const huffman = segment(0xc4, Buffer.concat([Buffer.from([0, 1]), Buffer.alloc(15), Buffer.from([0])]))
/** One scan, with a stuffed byte and a restart in its data. */
export const scan = Buffer.concat([
  segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
  Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]),
])
export const jpegStart = Buffer.from([0xff, 0xd8])
export const jpegEnd = Buffer.from([0xff, 0xd9])
/** A grey JPEG, with further segments before its tables. */
export const jpeg = (...before: readonly Buffer[]): Buffer =>
  Buffer.concat([jpegStart, ...before, quantisation, frame(64, 48), huffman, scan, jpegEnd])

export const webpChunk = (name: string, data: Uint8Array): Buffer =>
  Buffer.concat([ascii(name), u32(data.length).reverse(), data, Buffer.alloc(data.length % 2)])
export const webpOf = (...chunks: readonly Buffer[]): Buffer => {
  const content = Buffer.concat([ascii('WEBP'), ...chunks])
  return Buffer.concat([ascii('RIFF'), u32(content.length).reverse(), content])
}
export const lossy = (width: number, height: number): Buffer =>
  webpChunk(
    'VP8 ',
    Buffer.concat([
      Buffer.from([0x10, 0, 0, 0x9d, 0x01, 0x2a]),
      u16(width).reverse(),
      u16(height).reverse(),
      Buffer.alloc(5),
    ]),
  )
export const lossless = (width: number, height: number): Buffer => {
  const bits = ((height - 1) << 14) | (width - 1)
  return webpChunk('VP8L', Buffer.concat([Buffer.from([0x2f]), u32(bits >>> 0).reverse(), Buffer.from([7, 7])]))
}
/** The head of an extended WebP with its flags. */
export const extended = (flags: number, width: number, height: number): Buffer =>
  webpChunk('VP8X', Buffer.concat([Buffer.from([flags, 0, 0, 0]), u24le(width - 1), u24le(height - 1)]))

/** A PDF of one object, with something more in it. */
export const pdf = (more = '', end = '%%EOF\n'): Buffer =>
  ascii(`%PDF-1.7\n1 0 obj\n<</Type /Catalog ${more}>>\nendobj\ntrailer\n<</Root 1 0 R>>\nstartxref\n9\n${end}`)

/** A zip that holds nothing: only its closing record. */
export const zip = Buffer.concat([ascii('PK\x05\x06'), Buffer.alloc(18)])
