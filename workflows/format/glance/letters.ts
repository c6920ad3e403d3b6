/** Bytes that are all ASCII, with what they say: both have the same places. The view is of these bytes. */
export interface Letters {
  readonly bytes: Uint8Array
  readonly text: string
  readonly view: DataView
}

export const viewOf = ({ buffer, byteOffset, length }: Uint8Array): DataView => new DataView(buffer, byteOffset, length)

/** Letters that are being read. */
export interface Line extends Letters {
  bytes: Uint8Array
  text: string
  view: DataView
  /** How far they have been read; negative once they do not fit. */
  at: number
}

/** Reads on from where the letters stand; what it answers counts only where they fitted. */
export type Reading = (line: Line) => unknown

export const doesNotFit = -1

export const misfit = (line: Line): undefined => {
  line.at = doesNotFit
  return undefined
}

const encoder = new TextEncoder()

/**
 * Letters are compared eight at a time, the last eight perhaps overlapping: where each eight begin. As numbers of eight bytes two
 * are equal where all their bytes are, since none of ASCII is as high as those that are no number.
 */
export const eightsIn = (length: number): Int32Array =>
  Int32Array.from({ length: Math.ceil(length / 8) }, (_, n) => Math.min(n * 8, length - 8))

/** Takes these letters, or leaves the line where it stands. */
export const taking = (letters: string): ((line: Line) => boolean) => {
  const { length } = letters
  const known = encoder.encode(letters)
  if (length < 8)
    return (line) => {
      const { bytes, at } = line
      for (let n = 0; n < length; n += 1) if (bytes[at + n] !== known[n]) return false
      line.at = at + length
      return true
    }
  const places = eightsIn(length)
  const lies = viewOf(known)
  const eights = Float64Array.from(places, (place) => lies.getFloat64(place, true))
  return (line) => {
    const { view, bytes, at } = line
    if (at + length > bytes.length) return false
    for (let n = 0; n < eights.length; n += 1)
      if (view.getFloat64(at + (places[n] ?? 0), true) !== eights[n]) return false
    line.at = at + length
    return true
  }
}
