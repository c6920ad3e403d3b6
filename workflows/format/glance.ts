import { z } from 'zod'
import { catalogue, type EntryKind, isEntryKind } from './catalogue.ts'
import { type Entry, envelope } from './entry.ts'
import type { Bytes, Reading } from './glance/letters.ts'
import { type Making, objectOf } from './glance/making.ts'
import { readingOf } from './glance/reading.ts'

export { writtenAs } from './glance/written.ts'

const inGeneral = objectOf(Object.keys(envelope.shape))

/** An entry as most are, of one making whatever its kind: nothing of it is left out but what paper adds. */
const entryOf: Making = (values) => {
  const [format, community, chain, seq, kind, recordedAt, occurredOn, attested, actor, data] = values
  return occurredOn === undefined && attested === undefined
    ? { format, community, chain, seq, kind, recordedAt, actor, data }
    : inGeneral(values)
}

/** The names of each sort of chain. */
const chainsOf = {
  community: z.literal('community'),
  proposal: z.string().regex(/^proposal\/[0-9a-f-]{36}$/),
  meeting: z.string().regex(/^meeting\/[0-9a-f-]{36}$/),
} as const

const readings = new Map<string, Reading | undefined>()

/** The reading of an entry of a kind: its envelope, on the chain that it belongs to, with its data. */
const readingOfKind = (kind: EntryKind): Reading | undefined => {
  const { chain, data } = catalogue[kind]
  const known =
    readings.get(kind) ??
    readingOf(
      z.strictObject({
        ...envelope.shape,
        chain: chainsOf[chain],
        kind: z.literal(kind),
        data,
      }),
      entryOf,
    )
  readings.set(kind, known)
  return known
}

const line: Bytes = { bytes: new Uint8Array(0), text: '', at: 0 }

const readBy = (reading: Reading, bytes: Uint8Array, text: string): Entry | undefined => {
  line.bytes = bytes
  line.text = text
  line.at = 0
  const entry = reading(line)
  return line.at === bytes.length ? (entry as Entry) : undefined
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
 * The entry that canonical bytes say, read in one pass; the same as if they were taken apart, held to the catalogue and written
 * again. Undefined where only that can tell, or tell what is wrong.
 */
export const entryAtAGlance = (bytes: Uint8Array, text: string): Entry | undefined => {
  // Only where every byte is a letter have bytes and text the same places.
  if (text.length !== bytes.length) return undefined
  const likewise = last.reading && readBy(last.reading, bytes, text)
  if (likewise) return likewise
  const reading = readingFor(text)
  if (!reading) return undefined
  last.reading = reading
  return readBy(reading, bytes, text)
}
