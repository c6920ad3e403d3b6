import { ok, type Result } from '../../../workflows/result.ts'
import { joined, startsWith, viewOf } from './bytes.ts'
import { broken, type Checked, type FileFault, unsafe } from './fault.ts'
import { orientationIn, orientationOnly } from './orientation.ts'
import { partsAtMost, sizeFault } from './picture-size.ts'

const soi = 0xd8
const eoi = 0xd9
const sos = 0xda
const app = { jfif: 0xe0, exif: 0xe1, icc: 0xe2, adobe: 0xee } as const
/** Quantisation and Huffman tables, the restart interval. */
const tables = [0xdb, 0xc4, 0xdd]
/** Baseline, extended and progressive Huffman coding: what browsers show. */
const frames = [0xc0, 0xc1, 0xc2]

interface Segment {
  readonly marker: number
  /** What stands behind the marker and the length. */
  readonly data: Uint8Array
  /** With its marker, and of a scan all that it holds. */
  readonly whole: Uint8Array
}

const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7
const isApp = (marker: number): boolean => marker >= 0xe0 && marker <= 0xef
const isComment = (marker: number): boolean => marker === 0xfe

/** Where the coded data of a scan end: at the next marker that is neither stuffing nor a restart. */
const endOfScan = (file: Uint8Array, from: number): number | undefined => {
  for (let at = file.indexOf(0xff, from); at >= 0; ) {
    const next = file[at + 1]
    if (next === undefined) return undefined
    if (next !== 0 && next !== 0xff && !isRestart(next)) return at
    at = file.indexOf(0xff, next === 0xff ? at + 1 : at + 2)
  }
  return undefined
}

/** The segments between start and end, and where the end is. */
const segmentsOf = (
  file: Uint8Array,
): Result<{ readonly segments: readonly Segment[]; readonly end: number }, FileFault> => {
  const view = viewOf(file)
  const segments: Segment[] = []
  for (let at = 2; at < file.length; ) {
    if (file[at] !== 0xff) return broken('structure')
    while (file[at + 1] === 0xff) at++
    const marker = file[at + 1]
    if (marker === eoi) return ok({ segments, end: at + 2 })
    if (marker === undefined || at + 4 > file.length) return broken('cut-short')
    if (marker < 0xc0 || isRestart(marker) || marker === soi) return broken('structure')
    const length = view.getUint16(at + 2)
    if (length < 2 || segments.length === partsAtMost) return broken('structure')
    const header = at + 2 + length
    const end = header > file.length ? undefined : marker === sos ? endOfScan(file, header) : header
    if (end === undefined) return broken('cut-short')
    segments.push({ marker, data: file.subarray(at + 4, header), whole: file.subarray(at, end) })
    at = end
  }
  return broken('cut-short')
}

const frameFault = ({ data }: Segment): ReturnType<typeof sizeFault> => {
  const [precision, , , , , components = 0] = data
  if (![1, 3, 4].includes(components) || data.length !== 6 + 3 * components) return broken('structure')
  if (precision !== 8) return broken('coding')
  const view = viewOf(data)
  return sizeFault(view.getUint16(3), view.getUint16(1))
}

const orderFault = (segments: readonly Segment[]): ReturnType<typeof sizeFault> => {
  const pictured = segments.filter(({ marker }) => !isApp(marker) && !isComment(marker))
  if (pictured.some(({ marker }) => ![...frames, ...tables, sos].includes(marker))) return broken('coding')
  const [frame, another] = pictured.filter(({ marker }) => frames.includes(marker))
  const scan = pictured.findIndex(({ marker }) => marker === sos)
  if (!frame || another || scan < pictured.indexOf(frame)) return broken('structure')
  return frameFault(frame)
}

/** How the colours are meant stays; Exif shrinks to which way up; place, texts and makers' notes are left out. */
const kept = ({ marker, data, whole }: Segment): readonly Uint8Array[] => {
  if (isComment(marker)) return []
  if (!isApp(marker)) return [whole]
  if (marker === app.jfif && startsWith(data, 'JFIF\0')) return [whole]
  if (marker === app.icc && startsWith(data, 'ICC_PROFILE\0')) return [whole]
  if (marker === app.adobe && startsWith(data, 'Adobe')) return [whole]
  const orientation = marker === app.exif ? orientationIn(data) : undefined
  return orientation === undefined ? [] : [orientationOnly(orientation)]
}

/** Phones hang further pictures on the end (brightness, depth) and list them; those are cut off, anything else is refused. */
const listsMorePictures = (segments: readonly Segment[]): boolean =>
  segments.some(({ marker, data }) => marker === app.icc && startsWith(data, 'MPF\0'))

/** Walks a JPEG segment by segment; its pixels are not unfolded. */
export const checkJpeg = (file: Uint8Array): Checked => {
  const walked = segmentsOf(file)
  if (!walked.ok) return walked
  const { segments, end } = walked.value
  const fault = orderFault(segments)
  if (fault) return fault
  if (end < file.length && !listsMorePictures(segments)) return unsafe('appended')
  return ok(joined([Uint8Array.of(0xff, soi), ...segments.flatMap(kept), Uint8Array.of(0xff, eoi)]))
}
