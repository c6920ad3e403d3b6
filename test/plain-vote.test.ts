import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { bytesOf, type EntryOf, parseEntry } from '../workflows/format/entry.ts'
import { plainVote } from '../workflows/format/plain-vote.ts'

const plain = suite('a plain vote')

const [a, b] = ['01890a5d-ac96-774b-bcce-b302099a8057', '0d7f1f2e-3c4b-4a5d-8e6f-112233445566']
const vote = (more: object = {}): EntryOf<'vote.cast'> => ({
  format: 1,
  community: a,
  chain: `proposal/${b}`,
  seq: 7,
  kind: 'vote.cast',
  recordedAt: '2026-03-02T01:02:03.004Z',
  actor: b,
  data: { ballot: a, voter: b, choice: 'ab'.repeat(32), ...more },
})
const textOf = (entry: EntryOf<'vote.cast'>): string => new TextDecoder().decode(bytesOf(entry))

/** What is read at a glance is what is read in full, and is written so again. */
const holds = (text: string): boolean => {
  const glance = plainVote(text)
  if (!glance) return false
  assert.equal(glance, parseEntry(new TextEncoder().encode(text)), text)
  assert.is(textOf(glance), text)
  return true
}

plain('read at a glance is the vote read in full, on every day there is, and on no other', () => {
  const text = textOf(vote())
  assert.ok(holds(text))
  for (let month = 0; month <= 13; month += 1)
    for (const day of ['00', '01', '09', '10', '28', '29', '30', '31', '32'])
      holds(text.replace('2026-03-02', `2026-${String(month).padStart(2, '0')}-${day}`))
  for (const last of ['2026-01-31', '2026-04-30', '2026-12-31'])
    assert.ok(holds(text.replace('2026-03-02', last)), last)
})

plain('with any letter changed, or in another form, it is read in full', () => {
  const text = textOf(vote())
  for (let at = 0; at < text.length; at += 1)
    for (const letter of ['"', 'x', '0', ' ', 'A']) holds(text.slice(0, at) + letter + text.slice(at + 1))
  for (const other of [
    textOf(vote({ door: 'paper' })),
    textOf(vote({ castBy: a })),
    `${text} `,
    `${text}\n`,
    ` ${text}`,
  ])
    assert.is(plainVote(other), undefined)
})

plain.run()
