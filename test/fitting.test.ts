import { createHash } from 'node:crypto'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fitting, hexOf, plainUntil } from '../workflows/format/fitting.ts'
import { viewOf } from '../workflows/format/glance.ts'
import { commitmentOf, fromHex, isCommittedAt, isCommittedTo, type Sha256 } from '../workflows/format/hash.ts'
import { seededBy } from './support/chance.ts'

const fits = suite('letters held to a pattern')

/** Four are held to it at a time, the last four overlapping: patterns shorter and longer than a multiple. */
const patterns: readonly (readonly [pattern: string, sample: string])[] = [
  [hexOf(4), '09af'],
  [`${hexOf(3)}-[1-8][8-9a-b]`, 'a0f-18'],
  ['[0-2][0-9]:[0-5][0-9]', '23:59'],
  [`{"salt":"${hexOf(32)}","text":"`, `{"salt":"${'0123456789abcdef'.repeat(2)}","text":"`],
  ['meeting/[0-9a-f][8-9a-b]', 'meeting/fb'],
]

fits('every byte at every place is taken as a regular expression takes it', () => {
  for (const [pattern, sample] of patterns) {
    const { length, fit } = fitting(pattern)
    const whole = new RegExp(`^${pattern.replace('{', '\\{')}$`)
    assert.is(length, sample.length)
    // Among other letters, and not at the beginning of what they lie in.
    const bytes = new TextEncoder().encode(`~~~~~${sample}~~~`).subarray(2)
    const view = viewOf(bytes)
    assert.ok(fit(view, 3), pattern)
    for (let place = 0; place < length; place += 1)
      for (let byte = 0; byte < 256; byte += 1) {
        const before = bytes[3 + place] ?? 0
        bytes[3 + place] = byte
        const said = String.fromCharCode(...bytes.subarray(3, 3 + length))
        assert.is(fit(view, 3), whole.test(said), `${pattern}: ${byte} at ${place}`)
        bytes[3 + place] = before
      }
  }
})

fits('no byte makes its neighbour pass for a letter', () => {
  const { fit } = fitting('[0-9][1-8]ab')
  const bytes = new TextEncoder().encode('00ab')
  const view = viewOf(bytes)
  for (let one = 0; one < 256; one += 1)
    for (let two = 0; two < 256; two += 1) {
      bytes[0] = one
      bytes[1] = two
      const [first, second] = [one >= 0x30 && one <= 0x39, two >= 0x31 && two <= 0x38]
      assert.is(fit(view, 0), first && second, `${one} ${two}`)
    }
})

fits('a text in plain letters ends where JSON would have to write one otherwise', () => {
  for (let byte = 0; byte < 256; byte += 1) {
    const written = JSON.stringify(String.fromCharCode(byte))
    const itself = byte >= 0x20 && byte <= 0x7e && written === `"${String.fromCharCode(byte)}"`
    assert.is(plainUntil(Uint8Array.of(0x61, byte, 0x22), 0), itself ? 2 : 1, String(byte))
  }
  assert.is(plainUntil(Uint8Array.of(0x61, 0x62), 0), 2, 'the end of the bytes')
})

const sha256: Sha256 = (bytes) => createHash('sha256').update(bytes).digest()

fits('a text is held to its commitment where it lies as it is by itself', () => {
  const random = seededBy(6)
  const below = (many: number): number => Math.floor(random() * many)
  const hex = (many: number): string => Array.from({ length: many }, () => below(16).toString(16)).join('')
  for (let round = 0; round < 400; round += 1) {
    const salt = hex(32)
    const text = Array.from({ length: below(60) }, () => String.fromCharCode(0x20 + below(95))).join('')
    const commitment = commitmentOf(sha256, fromHex(salt), text)
    const letters = [...`${commitment}${salt}${text}`]
    // One letter is another every second time.
    if (round % 2 === 1) letters[below(letters.length)] = below(16).toString(16)
    const said = letters.join('')
    const bytes = new TextEncoder().encode(`--${said}--`)
    const lies = { bytes, commitment: 2, salt: 66, text: 98, length: text.length }
    assert.is(
      isCommittedAt(sha256, lies),
      isCommittedTo(sha256, said.slice(0, 64), said.slice(64, 96), said.slice(96)),
      said,
    )
  }
})

fits.run()
