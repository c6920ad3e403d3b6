import { readSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'
import type { Lying } from '../../workflows/verify/zip.ts'

/** An open file, read where it lies. */
export const lyingAt = (fd: number, size: number): Lying => ({
  size,
  slice: async (from, to) => {
    const length = Math.max(0, Math.min(to, size) - from)
    const bytes = new Uint8Array(length)
    return bytes.subarray(0, readSync(fd, bytes, 0, length, from))
  },
  inflated: (packed, size) => {
    try {
      // With a byte to spare it sees that it has come to the end, and asks for no second piece.
      const whole = inflateRawSync(packed, { chunkSize: Math.max(size + 1, 64), maxOutputLength: Math.max(size, 1) })
      // A buffer of Node is taken apart more slowly than the bytes that it is.
      return new Uint8Array(whole.buffer, whole.byteOffset, whole.length)
    } catch {
      return undefined
    }
  },
})
