import { z } from 'zod'
import { catalogue, type EntryKind, isEntryKind } from './catalogue.ts'
import { type Entry, envelope } from './entry.ts'
import { type Letters, type Line, type Reading, viewOf } from './glance/letters.ts'
import { type Making, mostly } from './glance/making.ts'
import { readingOf } from './glance/reading.ts'
import type { Schema } from './glance/schema.ts'

export { type Letters, viewOf } from './glance/letters.ts'
export { writtenAs } from './glance/written.ts'

/** The names of each sort of chain. */
const chainsOf = {
  community: z.literal('community'),
  proposal: z.string().regex(/^proposal\/[0-9a-f-]{36}$/),
  meeting: z.string().regex(/^meeting\/[0-9a-f-]{36}$/),
} as const

/** What there is most of is made by hand: the members of its schema in their order. */
const [vote, signIn] = [catalogue['vote.cast'].data, catalogue['member.signed-in'].data]
const makings: ReadonlyMap<Schema, Making> = new Map<Schema, Making>([
  [
    vote,
    mostly(Object.keys(vote.shape), ([ballot, voter, choice, door, castBy]) =>
      door === undefined && castBy === undefined ? { ballot, voter, choice } : undefined,
    ),
  ],
  [
    signIn,
    mostly(Object.keys(signIn.shape), ([person, door, inPerson]) =>
      inPerson === undefined ? { person, door } : undefined,
    ),
  ],
])
const entryOf = mostly(Object.keys(envelope.shape), (values) => {
  const [format, community, chain, seq, kind, recordedAt, occurredOn, attested, actor, data] = values
  return occurredOn === undefined && attested === undefined
    ? { format, community, chain, seq, kind, recordedAt, actor, data }
    : undefined
})

const readings = new Map<string, Reading | undefined>()

/** The reading of an entry of a kind: its envelope, on the chain that it belongs to, with its data. */
const readingOfKind = (kind: EntryKind): Reading | undefined => {
  const { chain, data } = catalogue[kind]
  const known = readings.get(kind)
  if (known) return known
  const entry = z.strictObject({ ...envelope.shape, chain: chainsOf[chain], kind: z.literal(kind), data })
  const reading = readingOf(entry, new Map<Schema, Making>([...makings, [entry, entryOf]]))
  readings.set(kind, reading)
  return reading
}

const line: Line = { bytes: new Uint8Array(0), text: '', view: new DataView(new ArrayBuffer(0)), at: 0 }

const readBy = (reading: Reading, { bytes, text, view }: Letters, from: number, to: number): Entry | undefined => {
  line.bytes = bytes
  line.text = text
  line.view = view
  line.at = from
  const entry = reading(line)
  return line.at === to ? (entry as Entry) : undefined
}

const beforeKind = '"kind":"'

const readingFor = (text: string): Reading | undefined => {
  const from = text.lastIndexOf(beforeKind) + beforeKind.length
  const kind = text.slice(from, text.indexOf('"', from))
  return isEntryKind(kind) ? readingOfKind(kind) : undefined
}

/** How the entry before was read: entries of a kind come one after another. */
const last: { reading?: Reading } = {}

/**
 * The entry that canonical letters say from one place to before another, read in one pass; the same as if they were taken apart,
 * held to the catalogue and written again. Undefined where only that can tell, or tell what is wrong.
 */
export const entryAmong = (letters: Letters, from: number, to: number): Entry | undefined => {
  const likewise = last.reading && readBy(last.reading, letters, from, to)
  if (likewise) return likewise
  const reading = readingFor(letters.text.slice(from, to))
  if (!reading) return undefined
  last.reading = reading
  return readBy(reading, letters, from, to)
}

/** The same of an entry by itself. */
export const entryAtAGlance = (bytes: Uint8Array, text: string): Entry | undefined =>
  // Only where every byte is a letter have bytes and text the same places.
  text.length === bytes.length ? entryAmong({ bytes, text, view: viewOf(bytes) }, 0, bytes.length) : undefined
