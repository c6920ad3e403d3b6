import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { checkUpload, type FileType, fileAtMost, fileTypes } from '../src/documents/upload.ts'
import { crc32 } from '../src/documents/uploads/crc32.ts'
import { partsAtMost } from '../src/documents/uploads/picture-size.ts'
import {
  ascii,
  exif,
  exifSegment,
  extended,
  frame,
  jfif,
  jpeg,
  jpegEnd,
  jpegStart,
  lossless,
  lossy,
  pdf,
  place,
  png,
  pngChunk,
  pngData,
  pngEnd,
  pngHeader,
  pngMagic,
  quantisation,
  scan,
  segment,
  webpChunk,
  webpOf,
  zip,
} from './support/evidence.ts'

const checks = suite('checks of files')

const [photo, drawing, web, document] = fileTypes
const concat = (...parts: readonly Uint8Array[]): Buffer => Buffer.concat(parts)
/** A single byte set to another value. */
const changed = (file: Buffer, at: number, value: number): Buffer => {
  const copy = Buffer.from(file)
  copy[at] = value
  return copy
}
const icc = segment(0xe2, ascii('ICC_PROFILE\0\x01\x01colours'))
const morePictures = segment(0xe2, ascii('MPF\0II*\0'))

//  what it is, its type, the file; it is kept as it came
const whole: readonly (readonly [string, FileType, Buffer])[] = [
  ['a JPEG', photo, jpeg()],
  ['a JPEG with its density and colours', photo, jpeg(jfif, icc, segment(0xee, ascii('Adobe\0d\0\0\0\0\0\x01')))],
  ['a progressive JPEG of two scans', photo, concat(jpegStart, frame(64, 48, 0xc2), quantisation, scan, scan, jpegEnd)],
  ['a PNG', drawing, png()],
  ['a PNG with its colours', drawing, png(pngChunk('sRGB', Buffer.of(0)), pngChunk('pHYs', Buffer.alloc(9)))],
  ['a PNG in two runs of data', drawing, concat(pngMagic, pngHeader(3, 2), pngData(), pngData(), pngEnd)],
  ['a PNG of the greatest side', drawing, concat(pngMagic, pngHeader(12_000, 4_166), pngData(), pngEnd)],
  ['a lossy WebP', web, webpOf(lossy(64, 48))],
  ['a lossless WebP of an odd length', web, webpOf(lossless(64, 48))],
  ['a WebP with transparency', web, webpOf(extended(0x10, 64, 48), webpChunk('ALPH', Buffer.of(1)), lossy(64, 48))],
  ['a PDF', document, pdf()],
  ['a PDF that says at which page to open', document, pdf('/OpenAction[1 0 R /XYZ null null 0]')],
  ['a PDF whose data hold two letters of a script’s name', document, pdf('\x91/JS\x00\x91/JS\x91')],
  ['a PDF that ends without a line break', document, pdf('', '%%EOF')],
]

for (const [what, type, file] of whole)
  checks(`${what} is taken as it is`, () => {
    const checked = checkUpload(file, type)
    assert.ok(checked.ok, JSON.stringify(checked))
    assert.ok(checked.ok && file.equals(checked.value))
  })

/** What follows `PNG`'s magic when a web page is renamed to a picture. */
const page = ascii('<html><script>alert(1)</script></html>')
const svg = ascii('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
const data = pngData()

//  what it is, the type it is said to be, the file, code, why or what was found
const wrong: readonly (readonly [string, FileType, Buffer, string, string])[] = [
  ['a JPEG said to be a PNG', drawing, jpeg(), 'file_type_wrong', 'image/jpeg'],
  ['a PDF said to be a JPEG', photo, pdf(), 'file_type_wrong', 'application/pdf'],
  ['an SVG renamed to PNG', drawing, svg, 'file_type_wrong', 'unknown'],
  ['a web page renamed to JPEG', photo, page, 'file_type_wrong', 'unknown'],
  ['a zip renamed to PDF', document, zip, 'file_type_wrong', 'unknown'],
  ['a PDF behind something else', document, concat(ascii('\n'), pdf()), 'file_type_wrong', 'unknown'],
  ['one byte', photo, Buffer.of(0xff), 'file_type_wrong', 'unknown'],

  ['a PNG’s magic alone', drawing, pngMagic, 'file_broken', 'cut-short'],
  ['a web page with a PNG’s magic', drawing, concat(pngMagic, page), 'file_broken', 'cut-short'],
  ['a PNG without an end', drawing, concat(pngMagic, pngHeader(3, 2), pngData()), 'file_broken', 'cut-short'],
  ['a PNG with one wrong bit', drawing, changed(png(), 60, 0x5a), 'file_broken', 'checksum'],
  [
    'a PNG whose data come first',
    drawing,
    concat(pngMagic, pngData(), pngHeader(3, 2), pngEnd),
    'file_broken',
    'structure',
  ],
  ['a PNG without data', drawing, concat(pngMagic, pngHeader(3, 2), pngEnd), 'file_broken', 'structure'],
  ['a PNG with two heads', drawing, png(pngHeader(3, 2)), 'file_broken', 'structure'],
  [
    'a PNG with a short head',
    drawing,
    concat(pngMagic, pngChunk('IHDR', Buffer.alloc(12)), data, pngEnd),
    'file_broken',
    'structure',
  ],
  [
    'a PNG whose end holds something',
    drawing,
    concat(pngMagic, pngHeader(3, 2), data, pngChunk('IEND', page)),
    'file_broken',
    'structure',
  ],
  [
    'a PNG with something between its data',
    drawing,
    concat(pngMagic, pngHeader(3, 2), data, pngChunk('bKGD', Buffer.alloc(2)), data, pngEnd),
    'file_broken',
    'structure',
  ],
  ['a PNG with an unknown part that is needed', drawing, png(pngChunk('PAGE', page)), 'file_broken', 'coding'],
  [
    'a PNG of three bits',
    drawing,
    concat(pngMagic, pngHeader(3, 2, [3, 0, 0, 0, 0]), data, pngEnd),
    'file_broken',
    'coding',
  ],
  ['a PNG of no width', drawing, concat(pngMagic, pngHeader(0, 2), data, pngEnd), 'file_broken', 'structure'],
  [
    'a PNG of 60,000 by 60,000 pixels',
    drawing,
    concat(pngMagic, pngHeader(60_000, 60_000), data, pngEnd),
    'file_unsafe',
    'too-many-pixels',
  ],
  [
    'a PNG one pixel too wide',
    drawing,
    concat(pngMagic, pngHeader(12_001, 1), data, pngEnd),
    'file_unsafe',
    'too-many-pixels',
  ],
  [
    'a PNG of over fifty million pixels',
    drawing,
    concat(pngMagic, pngHeader(12_000, 4_167), data, pngEnd),
    'file_unsafe',
    'too-many-pixels',
  ],
  [
    'a PNG of 2³¹ pixels high',
    drawing,
    concat(pngMagic, pngHeader(1, 2 ** 31), data, pngEnd),
    'file_unsafe',
    'too-many-pixels',
  ],
  ['a PNG with a zip on its end', drawing, concat(png(), zip), 'file_unsafe', 'appended'],

  ['a JPEG without a picture', photo, concat(jpegStart, jfif, jpegEnd), 'file_broken', 'structure'],
  ['a JPEG without a scan', photo, concat(jpegStart, frame(64, 48), jpegEnd), 'file_broken', 'structure'],
  ['a JPEG whose scan comes first', photo, concat(jpegStart, scan, frame(64, 48), jpegEnd), 'file_broken', 'structure'],
  ['a JPEG of two frames', photo, jpeg(frame(64, 48)), 'file_broken', 'structure'],
  ['a JPEG with a page between its segments', photo, jpeg(jfif, page), 'file_broken', 'structure'],
  ['a JPEG with a JPEG in it', photo, jpeg(concat(jpegStart, jfif)), 'file_broken', 'structure'],
  ['a JPEG with a segment of no length', photo, jpeg(Buffer.of(0xff, 0xe5, 0, 1)), 'file_broken', 'structure'],
  ['a JPEG with a segment beyond its end', photo, jpeg(Buffer.of(0xff, 0xe5, 0xff, 0xff)), 'file_broken', 'cut-short'],
  ['a JPEG without an end', photo, concat(jpegStart, quantisation, frame(64, 48), scan), 'file_broken', 'cut-short'],
  [
    'a JPEG in a coding of its own',
    photo,
    concat(jpegStart, frame(64, 48, 0xc9), scan, jpegEnd),
    'file_broken',
    'coding',
  ],
  ['a JPEG of no height', photo, concat(jpegStart, frame(64, 0), scan, jpegEnd), 'file_broken', 'structure'],
  [
    'a JPEG of 60,000 pixels',
    photo,
    concat(jpegStart, frame(60_000, 1), scan, jpegEnd),
    'file_unsafe',
    'too-many-pixels',
  ],
  ['a JPEG with a zip on its end', photo, concat(jpeg(), zip), 'file_unsafe', 'appended'],
  ['a JPEG with another on its end', photo, concat(jpeg(), jpeg()), 'file_unsafe', 'appended'],

  [
    'a WebP with something behind its picture',
    web,
    webpOf(lossy(64, 48), webpChunk('HTML', page)),
    'file_broken',
    'structure',
  ],
  ['a WebP without a picture', web, webpOf(extended(0, 64, 48)), 'file_broken', 'structure'],
  ['a WebP of nothing', web, webpOf(), 'file_broken', 'structure'],
  [
    'a WebP of two pictures',
    web,
    webpOf(extended(0, 64, 48), lossy(64, 48), lossy(64, 48)),
    'file_broken',
    'structure',
  ],
  ['a WebP whose head says another size', web, webpOf(extended(0, 64, 49), lossy(64, 48)), 'file_broken', 'structure'],
  [
    'a WebP with a short head',
    web,
    webpOf(webpChunk('VP8X', Buffer.alloc(9)), lossy(64, 48)),
    'file_broken',
    'structure',
  ],
  ['a WebP whose picture is none', web, webpOf(webpChunk('VP8 ', page)), 'file_broken', 'structure'],
  ['a WebP longer than it is', web, changed(webpOf(lossy(64, 48)), 4, 200), 'file_broken', 'cut-short'],
  [
    'a WebP whose part is longer than the whole',
    web,
    changed(webpOf(lossy(64, 48)), 16, 200),
    'file_broken',
    'cut-short',
  ],
  ['a WebP with words in its padding', web, changed(webpOf(lossless(64, 48)), 27, 65), 'file_broken', 'structure'],
  ['a WebP that moves', web, webpOf(extended(0x02, 64, 48), lossy(64, 48)), 'file_unsafe', 'animated'],
  ['a WebP of 16,383 pixels', web, webpOf(lossy(16_383, 1)), 'file_unsafe', 'too-many-pixels'],
  [
    'an extended WebP of 16,383 pixels',
    web,
    webpOf(extended(0, 16_383, 9), lossless(16_383, 9)),
    'file_unsafe',
    'too-many-pixels',
  ],
  ['a WebP with a zip on its end', web, concat(webpOf(lossy(64, 48)), zip), 'file_unsafe', 'appended'],

  ['a PDF’s head alone', document, ascii('%PDF-1.7\n1 0 obj\n'), 'file_broken', 'cut-short'],
  ['a PDF of no version', document, ascii('%PDF-<html>\n1 0 obj\nstartxref\n9\n%%EOF'), 'file_broken', 'structure'],
  [
    'a PDF that does not say where its parts are',
    document,
    ascii('%PDF-1.7\n1 0 obj\n%%EOF\n'),
    'file_broken',
    'cut-short',
  ],
  ['a PDF of nothing', document, ascii('%PDF-1.7\nstartxref\n9\n%%EOF\n'), 'file_broken', 'structure'],
  ['a PDF with a zip on its end', document, concat(pdf(), zip), 'file_unsafe', 'appended'],
  [
    'a PDF with a script',
    document,
    pdf('/Names 3 0 R/S/JavaScript/JS(app.alert\\(1\\))'),
    'file_unsafe',
    'acts-when-opened',
  ],
  ['a PDF with a script’s text', document, pdf('/JS (app.alert)'), 'file_unsafe', 'acts-when-opened'],
  ['a PDF that refers to a script', document, pdf('/JS\n12 0 R'), 'file_unsafe', 'acts-when-opened'],
  ['a PDF with a script behind a remark', document, pdf('/JS%\n(app.alert)'), 'file_unsafe', 'acts-when-opened'],
  ['a PDF with a script’s name disguised', document, pdf('/J#61va#53cript'), 'file_unsafe', 'acts-when-opened'],
  ['a PDF that starts a program', document, pdf('/S/Launch/F(a.exe)'), 'file_unsafe', 'acts-when-opened'],
  ['a PDF with a file in it', document, pdf('/Type/EmbeddedFile'), 'file_unsafe', 'acts-when-opened'],
  ['a PDF with files in it', document, pdf('/Names<</EmbeddedFiles 4 0 R>>'), 'file_unsafe', 'acts-when-opened'],
  ['a PDF that does something when opened', document, pdf('/OpenAction<</S/GoTo>>'), 'file_unsafe', 'acts-when-opened'],
  ['a PDF that refers to what it does', document, pdf('/OpenAction 5 0 R'), 'file_unsafe', 'acts-when-opened'],
]

for (const [what, type, file, code, why] of wrong)
  checks(`${what} is refused: ${code}, ${why}`, () => {
    const checked = checkUpload(file, type)
    const more = code === 'file_type_wrong' ? { declared: type, found: why } : { why }
    assert.equal(checked, { ok: false, refusal: { code, ...more } })
  })

checks('nothing, and more than five million bytes, are no file', () => {
  for (const type of fileTypes)
    assert.equal(checkUpload(new Uint8Array(), type), { ok: false, refusal: { code: 'file_empty' } })
  const filler = fileAtMost - png().length - 12
  const largest = png(pngChunk('iCCP', Buffer.alloc(filler)))
  assert.is(largest.length, fileAtMost)
  assert.ok(checkUpload(largest, drawing).ok)
  const larger = png(pngChunk('iCCP', Buffer.alloc(filler + 1)))
  assert.equal(checkUpload(larger, drawing), {
    ok: false,
    refusal: { code: 'file_too_large', bytes: fileAtMost + 1, limit: fileAtMost },
  })
})

/** Exif that says which way up and nothing else, as it is kept. */
const onlyUp = (orientation: number): Buffer =>
  segment(
    0xe1,
    Buffer.concat([
      ascii('Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0'),
      Buffer.of(orientation, 0, 0, 0, 0, 0, 0),
    ]),
  )
const xmp = segment(0xe1, ascii(`http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${place}</x:xmpmeta>`))
const caption = segment(0xed, ascii(`Photoshop 3.0\x008BIM${place}`))
const remark = segment(0xfe, ascii(place))

//  what it is, its type, the file, as it is kept
const telling: readonly (readonly [string, FileType, Buffer, Buffer])[] = [
  ['a photo with its place', photo, jpeg(exifSegment()), jpeg(onlyUp(6))],
  [
    'a photo with its place, written the other way',
    photo,
    jpeg(jfif, exifSegment(exif('MM', 3))),
    jpeg(jfif, onlyUp(3)),
  ],
  ['a photo that stands on no side', photo, jpeg(exifSegment(exif('II', 9))), jpeg()],
  ['a photo with its place in XMP, a caption and a remark', photo, jpeg(xmp, icc, caption, remark), jpeg(icc)],
  ['a photo with makers’ notes', photo, jpeg(segment(0xe4, ascii(place)), segment(0xe2, ascii(place))), jpeg()],
  ['a photo with Exif that is cut short', photo, jpeg(exifSegment(exif().subarray(0, 12))), jpeg()],
  ['a photo with Exif that points beyond its end', photo, jpeg(exifSegment(changed(exif(), 7, 0x7f))), jpeg()],
  ['a photo with Exif of nothing', photo, jpeg(exifSegment(Buffer.of())), jpeg()],
  ['a photo with the further pictures that it lists', photo, concat(jpeg(morePictures), jpeg(), zip), jpeg()],
  [
    'a PNG with place, texts and time',
    drawing,
    png(...['eXIf', 'tEXt', 'iTXt', 'zTXt', 'tIME', 'caBX'].map((name) => pngChunk(name, ascii(place)))),
    png(),
  ],
  [
    'a WebP with place and texts',
    web,
    webpOf(
      extended(0x2c, 64, 48),
      webpChunk('ICCP', Buffer.of(1, 2)),
      lossy(64, 48),
      webpChunk('EXIF', exif()),
      webpChunk('XMP ', ascii(place)),
    ),
    webpOf(extended(0x20, 64, 48), webpChunk('ICCP', Buffer.of(1, 2)), lossy(64, 48)),
  ],
]

for (const [what, type, file, kept] of telling)
  checks(`${what} is kept without them`, () => {
    const checked = checkUpload(file, type)
    assert.ok(checked.ok, JSON.stringify(checked))
    if (!checked.ok) return
    const content = Buffer.from(checked.value)
    assert.is(content.toString('latin1'), kept.toString('latin1'))
    assert.not(content.includes(place))
    const again = checkUpload(checked.value, type)
    assert.ok(again.ok && content.equals(again.value), 'checking what was kept changes nothing')
  })

checks('a picture in too many parts is refused', () => {
  const parts = <P>(part: P) => Array.from({ length: partsAtMost }, () => part)
  const crumbs: readonly (readonly [FileType, Buffer])[] = [
    [drawing, png(...parts(pngChunk('tEXt', Buffer.of())))],
    [photo, jpeg(...parts(segment(0xe5, Buffer.of())))],
    [web, webpOf(...parts(webpChunk('EXIF', Buffer.of())), lossy(64, 48))],
  ]
  for (const [type, file] of crumbs)
    assert.equal(checkUpload(file, type), { ok: false, refusal: { code: 'file_broken', why: 'structure' } })
})

checks('a checksum is the one of ISO 3309', () => {
  assert.is(crc32(ascii('123456789')), 0xcbf43926)
  // A PNG that another program wrote.
  const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII='
  assert.ok(checkUpload(Buffer.from(pixel, 'base64'), drawing).ok)
})

const samples: readonly (readonly [FileType, Buffer])[] = [
  [photo, jpeg(jfif, exifSegment(), icc)],
  [drawing, png(pngChunk('tEXt', ascii(place)))],
  [web, webpOf(extended(0x3c, 64, 48), webpChunk('ALPH', Buffer.of(1)), lossy(64, 48), webpChunk('EXIF', exif()))],
  [document, pdf('', '%%EOF')],
]

checks('no beginning of a file is a file', () => {
  for (const [type, file] of samples)
    for (let length = 0; length < file.length; length++)
      assert.not(checkUpload(file.subarray(0, length), type).ok, `${type} ${length} of ${file.length}`)
})

checks('whatever happens to a file, it is refused or kept for good, and no check fails', () => {
  const damage = fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(fc.constantFrom(...samples), damage, fc.uint8Array({ maxLength: 20 }), ([type, file], places, tail) => {
      const copy = concat(file, tail)
      for (const [at, value] of places) copy[at % copy.length] = value
      const checked = checkUpload(copy, type)
      if (!checked.ok) return
      const again = checkUpload(checked.value, type)
      assert.ok(again.ok && Buffer.from(checked.value).equals(again.value))
      assert.ok(checked.value.length <= copy.length)
    }),
    { numRuns: 4_000 },
  )
})

checks.run()
