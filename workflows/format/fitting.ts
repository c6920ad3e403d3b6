/** The top bit of each of four letters. */
const tops = 0x80808080 | 0
/** A range that begins after it has ended. */
const none = ['\u007f', '~'] as const

/** Letters that stand at places of bytes, told by a pattern. */
export interface Fitting {
  readonly length: number
  readonly fit: (view: DataView, from: number) => boolean
}

/**
 * The letters that may stand at each of four places or more, by a pattern of single letters and of classes with two ranges at most: `[0-9a-f]x`.
 * Four are held to it at a time: to each is added what sets its top bit if it is at least the first of a range, and what sets it
 * if it is beyond the last.
 */
export const fitting = (pattern: string): Fitting => {
  const ranges = Array.from(pattern.matchAll(/\[(.)-(.)(?:(.)-(.))?\]|./g), ([one, a = one, b = one, c, d]) => [
    [a, b],
    c === undefined || d === undefined ? none : [c, d],
  ])
  const { length } = ranges
  const places = Int32Array.from({ length: Math.ceil(length / 4) }, (_, n) => Math.min(n * 4, length - 4))
  const added = (range: 0 | 1, end: 0 | 1): Int32Array =>
    places.map((place) => {
      let sum = 0
      for (let n = 3; n >= 0; n -= 1) {
        const code = ranges[place + n]?.[range]?.[end]?.charCodeAt(0) ?? 0
        sum = (sum << 8) | (0x80 - code - end)
      }
      return sum
    })
  const [from, beyond, orFrom, orBeyond] = [added(0, 0), added(0, 1), added(1, 0), added(1, 1)]
  return {
    length,
    fit: (view, begins) => {
      for (let n = 0; n < places.length; n += 1) {
        const four = view.getInt32(begins + (places[n] ?? 0), true)
        const first = (four + (from[n] ?? 0)) & ~(four + (beyond[n] ?? 0))
        const second = (four + (orFrom[n] ?? 0)) & ~(four + (orBeyond[n] ?? 0))
        if (((first | second) & tops) !== tops) return false
      }
      return true
    },
  }
}

export const hexOf = (many: number): string => '[0-9a-f]'.repeat(many)

const plain = Uint8Array.from({ length: 256 }, (_, code) =>
  code >= 0x20 && code <= 0x7e && code !== 0x22 && code !== 0x5c ? 1 : 0,
)

/** Where the letters end that no text of JSON has to write otherwise, from a place on. */
export const plainUntil = (bytes: Uint8Array, from: number): number => {
  let to = from
  while (plain[bytes[to] ?? 0] === 1) to += 1
  return to
}
