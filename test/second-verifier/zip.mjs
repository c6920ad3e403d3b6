/** A ZIP's files by name, as the format's text has them: no ZIP64, stored or deflated, names in UTF-8. Throws at what is none. */
import { inflateRawSync } from 'node:zlib'

const endOf = (bytes) => {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at -= 1)
    if (bytes.readUInt32LE(at) === 0x06054b50 && at + 22 + bytes.readUInt16LE(at + 20) === bytes.length) return at
  throw new Error('no ZIP')
}

const contentOf = (bytes, { name, method, packed, size, place }) => {
  if (bytes.readUInt32LE(place) !== 0x04034b50) throw new Error('a file is not where it should be')
  const called = bytes.subarray(place + 30, place + 30 + bytes.readUInt16LE(place + 26)).toString('utf8')
  if (called !== name || bytes.readUInt16LE(place + 8) !== method) throw new Error('a file is another where it lies')
  const from = place + 30 + bytes.readUInt16LE(place + 26) + bytes.readUInt16LE(place + 28)
  const part = bytes.subarray(from, from + packed)
  if (method !== 0 && method !== 8) throw new Error('packed in another way')
  const content = method === 0 ? part : inflateRawSync(part, { maxOutputLength: Math.max(size, 1) })
  if (content.length !== size) throw new Error('a file has another size')
  return content
}

export const filesIn = (zip) => {
  const bytes = Buffer.from(zip)
  const end = endOf(bytes)
  const files = new Map()
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) throw new Error('no ZIP')
    const [nameLength, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field))
    const name = bytes.subarray(at + 46, at + 46 + nameLength).toString('utf8')
    if (files.has(name)) throw new Error('a name twice')
    const told = { name, method: bytes.readUInt16LE(at + 10), packed: bytes.readUInt32LE(at + 20) }
    const content = contentOf(bytes, { ...told, size: bytes.readUInt32LE(at + 24), place: bytes.readUInt32LE(at + 42) })
    files.set(name, content)
    at += 46 + nameLength + extra + comment
  }
  return files
}
