import { joined, startsWith, viewOf } from './bytes.ts'

const mark = 'Exif\0\0'
const orientationTag = 0x0112

/** Which way up a picture was taken, 1 to 8, as its Exif says; undefined where it does not say so plainly. */
export const orientationIn = (exif: Uint8Array): number | undefined => {
  if (!startsWith(exif, mark)) return undefined
  const tiff = exif.subarray(mark.length)
  if (tiff.length < 8) return undefined
  const little = startsWith(tiff, 'II*\0')
  if (!little && !startsWith(tiff, 'MM\0*')) return undefined
  const view = viewOf(tiff)
  const from = view.getUint32(4, little)
  if (from + 2 > tiff.length) return undefined
  // The whole list must be there, with where the next begins: so what is kept instead is never longer.
  const end = from + 2 + 12 * view.getUint16(from, little)
  if (end + 4 > tiff.length) return undefined
  for (let at = from + 2; at < end; at += 12) {
    if (view.getUint16(at, little) !== orientationTag) continue
    const value = view.getUint16(at + 8, little)
    return value >= 1 && value <= 8 ? value : undefined
  }
  return undefined
}

/** An Exif segment of a JPEG that says which way up, and nothing else. */
export const orientationOnly = (orientation: number): Uint8Array => {
  const ifd = [0, 1, orientationTag >> 8, orientationTag & 0xff, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, ...ifd]
  const length = 2 + mark.length + tiff.length
  return joined([
    Uint8Array.of(0xff, 0xe1, 0, length),
    Uint8Array.from(mark, (letter) => letter.charCodeAt(0)),
    Uint8Array.from(tiff),
  ])
}
