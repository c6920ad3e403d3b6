import type { Sha256 } from '../../workflows/format/hash.ts'

/** SHA-256 (FIPS 180-4) for a page: a browser's own answers only later, and the record is hashed entry by entry. */

const primes = (count: number): readonly number[] => {
  const found: number[] = []
  for (let n = 2; found.length < count; n += 1) if (found.every((prime) => n % prime !== 0)) found.push(n)
  return found
}
/** The first 32 bits of the fraction of a root. */
const fraction = (root: number): number => ((root - Math.floor(root)) * 2 ** 32) | 0
const rounds = Int32Array.from(primes(64), (prime) => fraction(Math.cbrt(prime)))
const begins = Int32Array.from(primes(8), (prime) => fraction(Math.sqrt(prime)))
const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by))
const words = new Int32Array(64)

const mix = (state: Int32Array, view: DataView, at: number): void => {
  for (let n = 0; n < 16; n += 1) words[n] = view.getInt32(at + n * 4)
  for (let n = 16; n < 64; n += 1) {
    const [far, near] = [words[n - 15] ?? 0, words[n - 2] ?? 0]
    const low = turned(far, 7) ^ turned(far, 18) ^ (far >>> 3)
    const high = turned(near, 17) ^ turned(near, 19) ^ (near >>> 10)
    words[n] = ((words[n - 16] ?? 0) + low + (words[n - 7] ?? 0) + high) | 0
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let n = 0; n < 64; n += 1) {
    const choice = (e & f) ^ (~e & g)
    const one = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + choice + (rounds[n] ?? 0) + (words[n] ?? 0)) | 0
    const two = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0]
  }
  for (const [n, word] of [a, b, c, d, e, f, g, h].entries()) state[n] = ((state[n] ?? 0) + word) | 0
}

export const sha256: Sha256 = (bytes) => {
  const padded = new Uint8Array((((bytes.length + 8) >> 6) + 1) << 6)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 2 ** 29))
  view.setUint32(padded.length - 4, bytes.length << 3)
  const state = begins.slice()
  for (let at = 0; at < padded.length; at += 64) mix(state, view, at)
  const hash = new DataView(new ArrayBuffer(32))
  for (const [n, word] of state.entries()) hash.setInt32(n * 4, word)
  return new Uint8Array(hash.buffer)
}
