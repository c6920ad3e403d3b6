import { createHash, randomBytes } from 'node:crypto'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { zipped } from '../src/documents/zip.ts'
import { keptIn } from '../src/verifier/kept.ts'
import { keysIn } from '../src/verifier/known-keys.ts'
import { sha256 } from '../src/verifier/sha256.ts'
import { toHex } from '../workflows/format/hash.ts'
import vectors from '../workflows/format/vectors.json' with { type: 'json' }
import { eachLine, type Lying, lineIn, linesOf, openZip, ZipUnreadable } from '../workflows/verify/zip.ts'

const verifier = suite('the parts of the verifier')

verifier('its own SHA-256 is SHA-256, at every length around a block and beyond', () => {
  for (const length of [...Array.from({ length: 200 }, (_, n) => n), 4096, 100_001]) {
    const bytes = new Uint8Array(randomBytes(length))
    assert.is(toHex(sha256(bytes)), createHash('sha256').update(bytes).digest('hex'), `${length} bytes`)
  }
})

const lying = (bytes: Uint8Array): Lying => ({ size: bytes.length, slice: async (from, to) => bytes.slice(from, to) })

const written = async (files: Readonly<Record<string, readonly string[]>>): Promise<Uint8Array> => {
  const parts: Uint8Array[] = []
  const list = Object.entries(files).map(([name, content]) => ({ name, content }))
  for await (const part of zipped(list, new Date('2026-03-02T09:00:00+08:00'))) parts.push(part)
  return new Uint8Array(Buffer.concat(parts))
}

const readIn = async (zip: Uint8Array, name: string): Promise<readonly string[]> => {
  const file = (await openZip(lying(zip))).get(name)
  const lines: string[] = []
  if (file)
    for await (const some of linesOf(lying(zip), file))
      lines.push(...eachLine(some, (from, to) => lineIn(some, from, to)))
  return lines
}

verifier('a ZIP is read as it was written, line by line, whatever the lines', async () => {
  const long = Array.from({ length: 20_000 }, (_, n) => `${n} 石桥村 ${'甲'.repeat(n % 50)}\n`)
  const zip = await written({ 'empty.txt': [], '石桥村.txt': long, 'one.txt': ['a\nb', '\n', 'c'] })
  assert.equal([...(await openZip(lying(zip))).keys()], ['empty.txt', '石桥村.txt', 'one.txt'])
  assert.equal(await readIn(zip, 'empty.txt'), [])
  assert.equal(
    await readIn(zip, '石桥村.txt'),
    long.map((line) => line.slice(0, -1)),
  )
  assert.equal(await readIn(zip, 'one.txt'), ['a', 'b', 'c'])
})

verifier('what is no ZIP, or no honest one, is refused', async () => {
  const zip = await written({ 'a.txt': ['a'], 'b.txt': ['b'] })
  const twice = Buffer.from(Buffer.from(zip).toString('latin1').replaceAll('b.txt', 'a.txt'), 'latin1')
  for (const wrong of [new Uint8Array(0), new Uint8Array(100), zip.slice(0, -30), new Uint8Array(twice)])
    try {
      await openZip(lying(wrong))
      assert.unreachable('was opened')
    } catch (error) {
      assert.instance(error, ZipUnreadable)
    }
  const broken = zip.slice()
  broken.fill(0xff, 35, 36)
  try {
    await readIn(broken, 'a.txt')
    assert.unreachable('was read')
  } catch (error) {
    assert.ok(error instanceof Error)
  }
})

verifier('a public key is known in each of its forms, and nothing else passes for one', () => {
  const key = new Uint8Array(32).fill(7)
  const x = Buffer.from(key).toString('base64url')
  const jwk = { kty: 'OKP', crv: 'Ed25519', x }
  const note = `yishi/1+01020304+${Buffer.concat([Uint8Array.of(1), key]).toString('base64')}`
  // Of an installation's keys those for tokens do not sign the record.
  const published = {
    keys: [
      { ...jwk, x: 'A'.repeat(43), for: 'tokens' },
      { ...jwk, for: 'record' },
    ],
  }
  for (const text of [
    x,
    ` ${x}\n`,
    JSON.stringify(jwk),
    JSON.stringify({ keys: [jwk] }),
    JSON.stringify(published),
    note,
  ])
    assert.equal(keysIn(text), [key], text)
  for (const text of [
    '',
    x.slice(1),
    '{}',
    '[]',
    JSON.stringify({ keys: [] }),
    JSON.stringify({ x: 1 }),
    note.slice(0, -4),
  ])
    assert.is(keysIn(text), undefined, text)
})

verifier(
  'what somebody has kept is read as it was pasted: keys, notes and codes one beneath the other, and nothing else',
  () => {
    const x = Buffer.alloc(32, 7).toString('base64url')
    const note = vectors.checkpoints[0]?.note ?? ''
    const code = vectors.checkpoints[0]?.code ?? ''
    const one = { size: 1, code }
    assert.equal(keptIn(''), { keys: [], checkpoints: [], codes: [] })
    assert.equal(keptIn(`${note}\n1: ${code.toLowerCase()}\n${x}\n${note}`), {
      keys: [new Uint8Array(32).fill(7)],
      checkpoints: [note, note],
      codes: [one],
    })
    assert.equal(keptIn(note.trimEnd().replaceAll('\n', '\r\n'))?.checkpoints?.length, 1)
    assert.equal(keptIn(JSON.stringify({ keys: [{ x }] }, null, 2))?.keys?.length, 1)
    for (const text of ['石桥村', `${note}more`, `0: ${code}x`, code, note.replace('— ', '- ')])
      assert.is(keptIn(text), undefined, text)
  },
)

verifier.run()
