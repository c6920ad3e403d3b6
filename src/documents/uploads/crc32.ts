const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c
})

/** The checksum that PNG writes behind each chunk (ISO 3309), and ZIP over each file; of bytes that go on, with what they came to so far. */
export const crc32 = (bytes: Uint8Array, before = 0): number => {
  let c = before ^ 0xffffffff
  for (const byte of bytes) c = (table[(c ^ byte) & 0xff] ?? 0) ^ (c >>> 8)
  return (c ^ 0xffffffff) >>> 0
}
