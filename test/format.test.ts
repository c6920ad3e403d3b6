import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { canonicalBytes, canonicalText } from '../workflows/format/canonical.ts'
import { bytesOf, type Entry, parseEntry } from '../workflows/format/entry.ts'
import { commitmentOf, fromHex, genesis, headOf, leafOf, type Sha256, toHex } from '../workflows/format/hash.ts'

const bytes = suite('the one byte form')

//  value, text, because
const forms: readonly (readonly [unknown, string, string])[] = [
  [null, 'null', 'a literal'],
  [true, 'true', 'a literal'],
  [0, '0', 'a number'],
  [-7, '-7', 'a number'],
  [Number.MAX_SAFE_INTEGER, '9007199254740991', 'the largest number that a record holds'],
  [Number.MIN_SAFE_INTEGER, '-9007199254740991', 'the smallest'],
  ['', '""', 'an empty text'],
  ['修路', '"修路"', 'Chinese stands as it is, not escaped'],
  ['𠮷', '"𠮷"', 'a character outside the basic plane stands as it is'],
  ['\u2028/\u007f', '"\u2028/\u007f"', 'nothing is escaped that need not be'],
  ['"\\\b\t\n\f\r', '"\\"\\\\\\b\\t\\n\\f\\r"', 'the short escapes'],
  ['\u0000\u001f', '"\\u0000\\u001f"', 'other control characters in lower-case hex'],
  [[], '[]', 'an empty list'],
  [[3, 1, 2], '[3,1,2]', 'a list keeps its order'],
  [{}, '{}', 'an empty object'],
  [{ b: 1, a: [{ d: 2, c: 3 }] }, '{"a":[{"c":3,"d":2}],"b":1}', 'keys are sorted at every depth'],
  [{ b: 1, a: undefined }, '{"b":1}', 'what is not said is not there'],
  [
    { '\ufb13': 7, '😀': 6, '€': 5, ö: 4, '\u0080': 3, 1: 2, '\r': 1 },
    '{"\\r":1,"1":2,"\u0080":3,"ö":4,"€":5,"😀":6,"\ufb13":7}',
    'keys are sorted by UTF-16 units: a surrogate comes before U+FB13, whose code point is smaller',
  ],
  [{ 10: 1, 9: 2, aa: 4, a: 3, B: 0 }, '{"10":1,"9":2,"B":0,"a":3,"aa":4}', 'digits are sorted as text'],
]
for (const [value, text, because] of forms)
  bytes(`${text}: ${because}`, () => {
    assert.is(canonicalText(value), text)
    assert.equal(Buffer.from(canonicalBytes(value)).toString('utf8'), text)
  })

class Person {
  readonly id = 1
}
const cyclic: Record<string, unknown> = {}
cyclic.self = cyclic

//  what, value
const refused: readonly (readonly [string, unknown])[] = [
  ['NaN', Number.NaN],
  ['infinity', Number.POSITIVE_INFINITY],
  ['a fraction', 0.5],
  ['minus nought, which JSON would read back as nought', -0],
  ['a number past 2^53', 2 ** 53],
  ['undefined', undefined],
  ['undefined in a list', [1, undefined]],
  ['a gap in a list', new Array(1)],
  ['a function', () => 1],
  ['a symbol', Symbol('x')],
  ['a bigint', 1n],
  ['a high surrogate alone', '\ud842'],
  ['a low surrogate alone', 'x\udfb7'],
  ['a lone surrogate in a key', { '\ud842': 1 }],
  ['a text not in NFC', 'e\u0301'],
  ['a key not in NFC', { 'e\u0301': 1 }],
  ['a date, which would become a text', new Date(0)],
  ['a map, which would become nothing', new Map([['a', 1]])],
  ['an object of a class', new Person()],
  ['an object that holds itself', cyclic],
]
for (const [what, value] of refused)
  bytes(`${what} is refused, wherever it stands`, () => {
    assert.throws(() => canonicalText(value))
    assert.throws(() => canonicalText({ a: [{ b: [value] }] }))
  })

const text = fc.string({ unit: 'binary' }).map((s) => s.normalize('NFC'))
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger().filter((n) => !Object.is(n, -0)),
    text,
    fc.array(tie('json'), { maxLength: 5 }),
    fc.dictionary(
      text.filter((key) => key !== '__proto__'),
      tie('json'),
      { maxKeys: 5, noNullPrototype: true },
    ),
  ),
}))

const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, shuffled(item)]),
  )
}

bytes('canonical form: whatever a record may hold is read back the same, and no order of keys changes a byte', () => {
  fc.assert(
    fc.property(json, (value) => {
      const once = canonicalText(value)
      assert.equal(JSON.parse(once), value)
      assert.is(canonicalText(JSON.parse(once)), once)
      assert.is(canonicalText(shuffled(value)), once)
    }),
    { numRuns: 500 },
  )
})

bytes.run()

const hashes = suite('leaf, head and commitment')

const sha256: Sha256 = (b) => createHash('sha256').update(b).digest()
const id = (n: number): string => `01890a5d-ac96-774b-bcce-${n.toString(16).padStart(12, '0')}`

const entry = (seq: number, data: { readonly reason: string }): Entry => ({
  format: 1,
  community: id(1),
  chain: `proposal/${id(2)}`,
  seq,
  kind: 'proposal.withdrawn',
  recordedAt: '2026-03-02T01:02:03.004Z',
  actor: id(3),
  data,
})

const line = (seq: number, reason: string): string =>
  `{"actor":"${id(3)}","chain":"proposal/${id(2)}","community":"${id(1)}","data":{"reason":"${reason}"},"format":1,"kind":"proposal.withdrawn","recordedAt":"2026-03-02T01:02:03.004Z","seq":${seq}}`

const a64 = 'a'.repeat(64)
const b64 = 'b'.repeat(64)

hashes('an entry is hashed as one line of JSON whose keys are sorted', () => {
  assert.is(Buffer.from(bytesOf(entry(1, { reason: a64 }))).toString('utf8'), line(1, a64))
})

hashes('a chain of two, worked out by hand', () => {
  const zeros = Buffer.alloc(32)
  const leaf1 = createHash('sha256').update(line(1, a64), 'utf8').digest()
  const head1 = createHash('sha256')
    .update(Buffer.concat([zeros, leaf1]))
    .digest()
  const leaf2 = createHash('sha256').update(line(2, b64), 'utf8').digest()
  const head2 = createHash('sha256')
    .update(Buffer.concat([head1, leaf2]))
    .digest('hex')
  let head = genesis
  for (const [seq, reason] of [
    [1, a64],
    [2, b64],
  ] as const)
    head = headOf(sha256, head, leafOf(sha256, bytesOf(entry(seq, { reason }))))
  assert.is(toHex(head), head2)
})

hashes('the numbers are the same on every machine and in every release', () => {
  const leaf = leafOf(sha256, bytesOf(entry(1, { reason: a64 })))
  assert.is(toHex(genesis), '0'.repeat(64))
  assert.is(toHex(leaf), 'e72d856367f3f25d6bf05a52f86124683420f1ce3488a30ea208bd7272ac71dc')
  assert.is(toHex(headOf(sha256, genesis, leaf)), '04e1d68e6bcc9b1046679afdeebcbb9220b7e4d8a1b81848966572eeb86d1f28')
  assert.is(
    commitmentOf(sha256, fromHex('000102030405060708090a0b0c0d0e0f'), '赞成'),
    '210d25847c463149e8b0dd588fb91ec01468d6555d3067fff4a924083651b056',
  )
})

hashes('a commitment is the hash of its salt and then its text', () => {
  const salt = Buffer.from('ffeeddccbbaa99887766554433221100', 'hex')
  for (const said of ['', 'yes', '修三组的路', '𠮷'])
    assert.is(
      commitmentOf(sha256, salt, said),
      createHash('sha256')
        .update(Buffer.concat([salt, Buffer.from(said, 'utf8')]))
        .digest('hex'),
    )
  assert.is.not(commitmentOf(sha256, salt, 'yes'), commitmentOf(sha256, genesis.slice(0, 16), 'yes'))
})

hashes('hex is lower case and whole', () => {
  assert.is(toHex(Uint8Array.of(0, 1, 171, 255)), '0001abff')
  assert.equal([...fromHex('0001abff')], [0, 1, 171, 255])
  for (const no of ['AB', 'abc', 'zz', '0x00', ' ab']) assert.throws(() => fromHex(no), 'not lower-case hex')
})

//  what, change to the line
const unreadable: readonly (readonly [string, string])[] = [
  ['no JSON', '{'],
  ['no object', '[]'],
  ['another format', line(1, a64).replace('"format":1', '"format":2')],
  ['a sequence that starts at nought', line(0, a64)],
  ['a community that is no id', line(1, a64).replace(`"community":"${id(1)}"`, '"community":"望湖"')],
  ['an actor by name', line(1, a64).replace(`"actor":"${id(3)}"`, '"actor":"王秀英"')],
  ['a chain of no kind', line(1, a64).replace('"chain":"proposal/', '"chain":"gossip/')],
  ['a chain that its kind does not belong on', line(1, a64).replace('"chain":"proposal/', '"chain":"meeting/')],
  ['an instant without milliseconds', line(1, a64).replace('03.004Z', '03Z')],
  ['an instant that is not UTC', line(1, a64).replace('03.004Z', '03.004+08:00')],
  ['a day that does not exist', line(1, a64).replace('{"actor"', '{"occurredOn":"2026-02-30","actor"')],
  ['a key that is not there', line(1, a64).replace('{"actor"', '{"note":"x","actor"')],
  ['a kind that is not there', line(1, a64).replace('proposal.withdrawn', 'proposal.forgotten')],
  ['a kind that every object has', line(1, a64).replace('proposal.withdrawn', 'toString')],
  ['a byte order mark', `\ufeff${line(1, a64)}`],
]
for (const [what, wrong] of unreadable)
  hashes(`${what} is not read`, () => {
    assert.throws(() => parseEntry(Buffer.from(wrong, 'utf8')))
  })

hashes('bytes that are not UTF-8 are not read', () => {
  assert.equal(parseEntry(Buffer.from(line(1, a64), 'utf8')), entry(1, { reason: a64 }))
  assert.throws(() => parseEntry(Buffer.from(line(1, a64).replace('bcce', 'bcc\xff'), 'latin1')))
})

hashes('what could not be read again is not written', () => {
  assert.throws(() => bytesOf(entry(1, { reason: '家里有事' })))
  assert.throws(() => bytesOf(entry(0, { reason: a64 })))
})

hashes.run()
