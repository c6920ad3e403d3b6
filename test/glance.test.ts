import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { canonicalText } from '../workflows/format/canonical.ts'
import { catalogue, type EntryKind, isEntryKind } from '../workflows/format/catalogue.ts'
import { parseEntry } from '../workflows/format/entry.ts'
import { entryAmong, entryAtAGlance, viewOf, writtenAs } from '../workflows/format/glance.ts'
import { seededBy } from './support/chance.ts'
import { specimen } from './support/specimen.ts'

const glance = suite('an entry at a glance')

const kinds = Object.keys(catalogue).filter(isEntryKind)
const [a, b] = ['01890a5d-ac96-774b-bcce-b302099a8057', '0d7f1f2e-3c4b-4a5d-8e6f-112233445566']
const encoder = new TextEncoder()

const textOf = (kind: EntryKind, data: unknown, more: object = {}): string => {
  const { chain } = catalogue[kind]
  const name = chain === 'community' ? chain : `${chain}/${b}`
  const recordedAt = '2026-03-02T01:02:03.004Z'
  return canonicalText({ format: 1, community: a, chain: name, seq: 7, kind, recordedAt, actor: b, ...more, data })
}

/** Read in full and written again: what the bytes say, where they say it in their one form. */
const inFull = (bytes: Uint8Array, text: string): unknown => {
  try {
    const entry = parseEntry(bytes)
    return canonicalText(entry) === text ? entry : undefined
  } catch {
    return undefined
  }
}

/** Whatever is taken at a glance is taken in full, as the same value in the same order. */
const holds = (bytes: Uint8Array, text: string): boolean => {
  const found = entryAtAGlance(bytes, text)
  if (found === undefined) return false
  const full = inFull(bytes, text)
  assert.equal(found, full, text)
  assert.is(JSON.stringify(found), JSON.stringify(full), text)
  return true
}
const taken = (text: string): boolean => holds(encoder.encode(text), text)

const attested = { evidence: 'c'.repeat(64), confirmedBy: [a] }
const samples = kinds.flatMap((kind) => [
  textOf(kind, specimen(catalogue[kind].data, false)),
  textOf(kind, specimen(catalogue[kind].data, true), { occurredOn: '2026-03-01', attested }),
])

glance('what was never met is not known', () => {
  const text = textOf('vote.cast', { ballot: a, voter: b, choice: 'ab'.repeat(32) })
  for (const member of ['actor', 'community', 'recordedAt', 'chain'])
    assert.not(
      taken(
        text.replace(new RegExp(`"${member}":"([^"]*)"`), (all, said: string) =>
          all.replace(said, '\u0000'.repeat(said.length)),
        ),
      ),
    )
})

glance('every kind, with and without what may be left out, is the entry read in full', () => {
  for (const text of samples) assert.ok(taken(text), text)
})

glance('with bytes changed, added, taken away or swapped it is never taken for what it is not', () => {
  const random = seededBy(20_260_302)
  const below = (many: number): number => Math.floor(random() * many)
  const letters = '"\\{}[],:0123456789abcdefABCDEFxyz -+.eEtruefalsn\u0000\u001f\u007f\u00e9甲'
  let accepted = 0
  for (const text of samples)
    for (let n = 0; n < 120; n += 1) {
      const at = below(text.length)
      const letter = letters[below(letters.length)] ?? '"'
      const other = below(text.length)
      const changed = [
        () => text.slice(0, at) + letter + text.slice(at + 1),
        () => text.slice(0, at) + letter + text.slice(at),
        () => text.slice(0, at) + text.slice(at + 1 + below(3)),
        () => text.slice(0, at) + text.slice(Math.min(at, other), Math.max(at, other)) + text.slice(at),
        () => samples[below(samples.length)]?.slice(0, at).concat(text.slice(at)) ?? text,
      ][below(5)]?.()
      if (changed !== undefined && taken(changed)) accepted += 1
    }
  assert.ok(accepted > samples.length, `${accepted} of them are entries too: another id, another number`)
})

glance('every day there is, and no other; every hour, minute and second', () => {
  const text = textOf('vote.cast', { ballot: a, voter: b, choice: 'ab'.repeat(32) })
  for (const year of ['2023', '2024', '1900', '0000', '9999'])
    for (let month = 0; month <= 13; month += 1)
      for (const day of ['00', '01', '09', '10', '28', '29', '30', '31', '32'])
        taken(text.replace('2026-03-02', `${year}-${String(month).padStart(2, '0')}-${day}`))
  for (const last of ['2026-01-31', '2026-04-30', '2024-02-29', '2026-12-31'])
    assert.ok(taken(text.replace('2026-03-02', last)), last)
  for (const none of ['2026-02-29', '2026-04-31', '2026-00-10'])
    assert.not(taken(text.replace('2026-03-02', none)), none)
  for (const time of ['00:00:00.000', '19:59:59.999', '23:59:59.999'])
    assert.ok(taken(text.replace('01:02:03.004', time)), time)
  for (const time of ['24:00:00.000', '29:00:00.000', '01:60:00.000', '01:00:60.000', '1:00:00.0000', '0a:00:00.000'])
    assert.not(taken(text.replace('01:02:03.004', time)), time)
})

glance('another form of the same, or of nearly the same, is left to be read in full', () => {
  const vote = textOf('vote.cast', { ballot: a, voter: b, choice: 'ab'.repeat(32) })
  const tally = textOf('roll.restated', {
    meeting: a,
    meetingSeq: 3,
    meetingHead: 'c'.repeat(64),
    roll: 'd'.repeat(64),
    entitled: 20,
    groups: { aa: 1, ab: 2 },
  })
  assert.ok(taken(vote) && taken(tally))
  const left = [
    `${vote} `,
    ` ${vote}`,
    `\ufeff${vote}`,
    `${vote}\u0000`,
    vote.replace('"seq":7', '"seq": 7'),
    ...['07', '7.0', '7e0', '-7', '0', '9007199254740993', '10000000000000000', '"7"', 'null'].map((seq) =>
      vote.replace('"seq":7', `"seq":${seq}`),
    ),
    vote.replace('"format":1', '"format":2'),
    vote.replace('"format":1', '"format":10'),
    vote.replace(`"actor":"${b}"`, `"actor":"${b.toUpperCase()}"`),
    vote.replace(`"actor":"${b}"`, '"actor":"00000000-0000-0000-0000-000000000000"'),
    vote.replace(`"actor":"${b}"`, `"actor":"${'\u0000'.repeat(36)}"`),
    vote.replace('"vote.cast"', '"vote\\u002ecast"'),
    vote.replace('"vote.cast"', '"member.left"'),
    vote.replace('"vote.cast"', '"toString"'),
    vote.replace('"chain":"proposal/', '"chain":"meeting/'),
    vote.replace('"seq":7', '"seq":7,"seq":7'),
    vote.replace('"seq":7', '"seq":7,"x":7'),
    tally.replace('{"aa":1,"ab":2}', '{"ab":2,"aa":1}'),
    tally.replace('{"aa":1,"ab":2}', '{"aa":1,"aa":2}'),
    tally.replace('{"aa":1,"ab":2}', '{"__proto__":1}'),
    tally.replace('{"aa":1,"ab":2}', '{"aa":1,}'),
    tally.replace('{"aa":1,"ab":2}', '{,"aa":1}'),
    tally.replace('"entitled":20', '"entitled":-20'),
    textOf('comments.answered', { comments: [a], answer: 'adopted', reason: 'e'.repeat(64) }).replace(`["${a}"]`, '[]'),
  ]
  for (const text of left) assert.not(taken(text), text)
  // Bytes that are no text, and text of more bytes than letters.
  const bytes = encoder.encode(vote)
  assert.is(entryAtAGlance(bytes.subarray(1), vote), undefined)
  assert.is(entryAtAGlance(encoder.encode(vote.replace('vote', 'voté')), vote.replace('vote', 'voté')), undefined)
})

glance('an entry among others is read from its place to its end, and is never more or less than its line', () => {
  const random = seededBy(20_261_126)
  const below = (many: number): number => Math.floor(random() * many)
  let accepted = 0
  for (let round = 0; round < 300; round += 1) {
    const lines = Array.from({ length: 6 }, () => {
      const text = samples[below(samples.length)] ?? ''
      const at = below(text.length)
      const letter = String.fromCharCode(below(128)).replace('\n', '"')
      return below(2) === 0 ? text : text.slice(0, at) + letter + text.slice(at + below(2))
    })
    const text = lines.join('\n')
    // The bytes begin somewhere in what they lie in.
    const bytes = encoder.encode(`${' '.repeat(below(8))}${text}`).subarray(-text.length)
    let from = 0
    for (const line of lines) {
      const found = entryAmong({ bytes, text, view: viewOf(bytes) }, from, from + line.length)
      if (found) assert.equal(found, inFull(encoder.encode(line), line), line)
      if (found) accepted += 1
      from += line.length + 1
    }
  }
  assert.ok(accepted > 800, `${accepted} of 1,800`)
})

glance('what is met again is the same, and what only resembles it is not taken for it', () => {
  const person = '01890a5d-ac96-774b-bcce-b302099a8057'
  const signedIn = (id: string): string => textOf('member.signed-in', { person: id, door: 'clerk' })
  for (let n = 0; n < 3; n += 1) assert.ok(taken(signedIn(person)))
  for (let place = 0; place < person.length; place += 1)
    for (const letter of '0189abcfgF-\u0000\u007f') {
      const other = person.slice(0, place) + letter + person.slice(place + 1)
      taken(signedIn(other))
      assert.ok(taken(signedIn(person)), other)
    }
})

glance('a long list is remembered as it was written', () => {
  const present = Array.from({ length: 30 }, (_, n) => `01890a5d-ac96-774b-bcce-${String(n).padStart(12, '0')}`)
  const text = textOf('roll.called', { present })
  const found = entryAtAGlance(encoder.encode(text), text)
  assert.ok(found?.kind === 'roll.called')
  if (found?.kind === 'roll.called') assert.is(writtenAs(found.data.present), canonicalText(present))
  assert.is(writtenAs(present), undefined)
})

glance.run()
