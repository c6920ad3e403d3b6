import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { z } from 'zod'
import { catalogue, type EntryKind, isEntryKind, isMove, motions, voteOptions } from '../workflows/format/catalogue.ts'
import { bytesOf, parseEntry } from '../workflows/format/entry.ts'
import { specimen } from './support/specimen.ts'

const closed = suite('the closed catalogue')

const kinds = Object.keys(catalogue).filter(isEntryKind)
const id = '01890a5d-ac96-774b-bcce-000000000001'

/** A plain value that a shape holds, and the way to it. */
interface Leaf {
  readonly at: string
  readonly schema: z.core.$ZodType
}

const leavesOf = (schema: z.core.$ZodType, at: string): readonly Leaf[] => {
  if (schema instanceof z.ZodOptional) return leavesOf(schema.def.innerType, at)
  if (schema instanceof z.ZodArray) return leavesOf(schema.def.element, `${at}[]`)
  if (schema instanceof z.ZodRecord)
    return [...leavesOf(schema.def.keyType, `${at}{}`), ...leavesOf(schema.def.valueType, `${at}.*`)]
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([key, inner]) => leavesOf(inner, `${at}.${key}`))
  return [{ at, schema }]
}

const lineOf = (kind: EntryKind, data: unknown, more: Readonly<Record<string, unknown>> = {}): Uint8Array => {
  const { chain } = catalogue[kind]
  const name = chain === 'community' ? chain : `${chain}/${id}`
  const head = {
    format: 1,
    community: id,
    chain: name,
    seq: 1,
    kind,
    recordedAt: '2026-03-02T01:02:03.004Z',
    actor: id,
  }
  return new TextEncoder().encode(JSON.stringify({ ...head, data, ...more }))
}

for (const kind of kinds)
  closed(
    `${kind}: its data is read back as written, with and without what may be left out; nothing may be added`,
    () => {
      const { data } = catalogue[kind]
      for (const whole of [true, false]) {
        const said = specimen(data, whole)
        const entry = parseEntry(lineOf(kind, said))
        assert.equal(entry.data, said)
        assert.equal(parseEntry(bytesOf(entry)), entry)
        assert.throws(() => parseEntry(lineOf(kind, { ...Object(said), name: '王秀英' })))
      }
      const least = Object.entries(Object(specimen(data, false)))
      for (const [key] of least)
        assert.throws(() => parseEntry(lineOf(kind, Object.fromEntries(least.filter(([other]) => other !== key)))), key)
    },
  )

closed('every object inside is closed too', () => {
  const open = (schema: z.core.$ZodType): boolean => {
    if (schema instanceof z.ZodOptional) return open(schema.def.innerType)
    if (schema instanceof z.ZodArray) return open(schema.def.element)
    if (schema instanceof z.ZodRecord) return open(schema.def.valueType)
    if (!(schema instanceof z.ZodObject)) return false
    return !(schema.def.catchall instanceof z.ZodNever) || Object.values(schema.shape).some(open)
  }
  assert.equal(
    kinds.filter((kind) => open(catalogue[kind].data)),
    [],
  )
  assert.ok(open(z.strictObject({ a: z.array(z.object({})) })))
})

const freeText = [
  '王秀英',
  'Wang Xiuying',
  'Wang',
  '同意修路',
  'no, never',
  'a b',
  '',
  ' ',
  '<b>x</b>',
  '13800138000',
  '370102195003071234',
  'x'.repeat(200),
]

closed('no name, number of a person or free text gets into any field', () => {
  const leaves = kinds.flatMap((kind) => leavesOf(catalogue[kind].data, kind))
  const texts = leaves.filter(({ schema }) => !['number', 'int', 'boolean', 'literal'].includes(schema._zod.def.type))
  assert.ok(texts.length > 100)
  const admitting = texts.flatMap(({ at, schema }) =>
    freeText.filter((said) => z.safeParse(schema, said).success).map((said) => `${at} admits ${JSON.stringify(said)}`),
  )
  assert.equal(admitting, [])
  const numbers = leaves.filter(({ schema }) => schema._zod.def.type === 'number')
  assert.ok(numbers.length > 20)
  for (const { at, schema } of numbers)
    for (const wrong of [-1, 0.5, 2 ** 53, Number.NaN, '1'])
      assert.not(z.safeParse(schema, wrong).success, `${at} ${wrong}`)
})

closed('a day in the record is a day that exists', () => {
  for (const kind of kinds)
    for (const { at, schema } of leavesOf(catalogue[kind].data, kind))
      if (z.safeParse(schema, '2026-03-02').success) {
        assert.not(z.safeParse(schema, '2026-02-30').success, at)
        assert.not(z.safeParse(schema, '2026-13-01').success, at)
      }
})

closed('each kind has a name of its own in both languages, and stands on one chain', () => {
  for (const lang of ['zh', 'en'] as const) {
    const titles = kinds.map((kind) => catalogue[kind][lang])
    assert.ok(titles.every((title) => title.trim().length > 1))
    assert.is(new Set(titles).size, titles.length, lang)
  }
  for (const kind of kinds) {
    assert.match(catalogue[kind].zh, /^[\p{Script=Han},]+$/u)
    assert.match(catalogue[kind].en, /^[A-Z][A-Za-z’ -]+$/)
    assert.match(kind, /^[a-z][a-z-]*\.[a-z][a-z-]*$/)
  }
})

closed('moves and facts are told apart: a move has no tag, a fact of a proposal has one', () => {
  for (const kind of kinds) {
    const { as, tag, chain } = catalogue[kind]
    assert.is(isMove(kind), as === 'move')
    assert.is(tag !== undefined, as === 'fact' && chain === 'proposal', kind)
    if (as === 'move') assert.is(chain, 'proposal')
  }
})

/** The kinds of the first format, by chain. A record of ten years ago is read by these names. */
const first = {
  proposal: `proposal.opened authorisation.filed party-discussion.filed filing.reported proposal.withdrawn intake.accepted
    intake.refused talk.held advice.noted consultation.closed draft.written draft.approved drafting.closed
    posting.opened posting.evidenced comment.received comments.answered objection.decided posting.closed
    posting.sent-back publication.opened publication.closed opinion.given review.closed review.sent-back
    review.found-unlawful meeting.convened meeting.postponed quorum.missed ballot.opened vote.cast ballot.closed
    decision.sent-back decision.resumed decision.concluded progress.reported implementation.completed rating.given
    evaluation.closed`,
  meeting: `meeting.called member.signed-in member.left roll.called meeting.ended`,
  community: `community.founded calendar.declared key.published roster.imported seats.filled role.granted role.ended
    adoption.made topic.raised topic.answered`,
} as const

closed('kinds are added, never renamed or moved to another chain', () => {
  for (const [chain, names] of Object.entries(first))
    for (const kind of names.split(/\s+/)) {
      assert.ok(isEntryKind(kind), kind)
      assert.is(catalogue[kind].chain, chain, kind)
    }
  assert.equal([...motions], ['agree', 'agree-amended', 'return', 'refuse'])
  assert.equal([...voteOptions], ['yes', 'no', 'abstain'])
})

closed('what every object has is no kind', () => {
  for (const kind of ['toString', 'constructor', '__proto__', 'hasOwnProperty', '', 'vote'])
    assert.not(isEntryKind(kind))
})

closed('a kind is said on its own chain only', () => {
  for (const kind of kinds)
    for (const chain of ['community', `meeting/${id}`, `proposal/${id}`]) {
      const line = lineOf(kind, specimen(catalogue[kind].data, true), { chain })
      if (chain.split('/')[0] === catalogue[kind].chain) assert.is(parseEntry(line).chain, chain)
      else assert.throws(() => parseEntry(line), 'does not belong')
    }
})

closed('the description for verifiers has every kind with all its fields', () => {
  const lines = readFileSync(new URL('../workflows/format/README.md', import.meta.url), 'utf8').split('\n')
  for (const kind of kinds) {
    const { as, tag, chain, zh, data } = catalogue[kind]
    const mark = chain === 'proposal' ? ` (${as === 'move' ? 'move' : tag})` : ''
    const rows = lines.filter((line) => line.startsWith(`- \`${kind}\` `))
    assert.is(rows.length, 1, kind)
    assert.ok(rows[0]?.startsWith(`- \`${kind}\` ${zh}${mark}`), kind)
    const fields = Object.entries(data.shape).map(
      ([field, schema]) => `${field}${schema instanceof z.ZodOptional ? '?' : ''}: `,
    )
    for (const field of fields) assert.match(rows[0] ?? '', ` ${field}`, kind)
    assert.is(rows[0]?.endsWith(zh + mark), fields.length === 0, kind)
  }
})

closed.run()
