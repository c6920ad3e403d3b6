import { z } from 'zod'
import { type Day, dayOf, isDay } from '../rules/days.ts'
import { canonicalBytes } from './canonical.ts'
import { id } from './catalogue/fields.ts'
import { catalogue, type DataOf, type EntryKind, isEntryKind } from './catalogue.ts'

/** The number of the record's format; a change of meaning takes a new one. */
export const recordFormat = 1

/** What makes an entry attested rather than proved: the evidence on paper, and the accounts beside the actor's that confirmed it. */
export interface Attested {
  readonly evidence: string
  readonly confirmedBy: readonly string[]
}

/** One line of a chain. `recordedAt` is the database's time in UTC with milliseconds; `occurredOn` the day it happened, where paper came first. */
export interface EntryOf<K extends EntryKind> {
  readonly format: typeof recordFormat
  readonly community: string
  /** `community`, `proposal/<id>` or `meeting/<id>` */
  readonly chain: string
  /** 1 for the first. */
  readonly seq: number
  readonly kind: K
  readonly recordedAt: string
  readonly occurredOn?: Day | undefined
  readonly attested?: Attested | undefined
  /** The account that wrote it: an opaque id. */
  readonly actor: string
  readonly data: DataOf<K>
}

/** Any entry, told apart by its kind. */
export type Entry = { [K in EntryKind]: EntryOf<K> }[EntryKind]

/** What every entry says, whatever its kind; and its data. */
export const envelope = z.strictObject({
  format: z.literal(recordFormat),
  community: id,
  chain: z.string().regex(/^(community|(proposal|meeting)\/[0-9a-f-]{36})$/),
  seq: z.int().min(1),
  kind: z.string(),
  recordedAt: z.iso.datetime({ precision: 3 }),
  occurredOn: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .refine(isDay, 'no such day')
    .optional(),
  attested: z
    .strictObject({ evidence: z.string().regex(/^[0-9a-f]{64}$/), confirmedBy: z.array(id).min(1).max(5) })
    .optional(),
  actor: id,
  data: z.unknown(),
})

/** The bytes of an entry, as hashed; throws on an entry that could not be read again. */
export const bytesOf = (entry: Entry): Uint8Array => {
  admitted(entry)
  return canonicalBytes(entry)
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Reads an entry from its bytes; throws on anything outside the catalogue. */
export const parseEntry = (bytes: Uint8Array): Entry => admitted(JSON.parse(decoder.decode(bytes)))

/** An entry whose kind the catalogue has, said on the chain it belongs to, with its data and nothing besides. */
const admitted = (value: unknown): Entry => {
  const { data, ...head } = envelope.parse(value)
  const { kind, chain } = head
  if (!isEntryKind(kind)) throw new TypeError(`the catalogue has no kind ${kind}`)
  if (chain.split('/')[0] !== catalogue[kind].chain) throw new TypeError(`${kind} does not belong on ${chain}`)
  return { ...head, kind, data: catalogue[kind].data.parse(data) } as Entry
}

/** The instant and the hour that were asked for last, and the day at +08:00 in which it lies whole: entries of an hour come by the hundred. */
const asked = { at: '', hour: '', day: '' }
const hourLength = '2026-03-02T01'.length

/** The day at +08:00 on which an entry was recorded. */
export const dayRecorded = ({ recordedAt }: Pick<Entry, 'recordedAt'>): Day => {
  if (recordedAt === asked.at) return asked.day
  if (asked.hour === '' || !recordedAt.startsWith(asked.hour)) {
    asked.hour = recordedAt.slice(0, hourLength)
    asked.day = dayOf(new Date(recordedAt))
  }
  asked.at = recordedAt
  return asked.day
}

/** The day something happened: as attested, else as recorded. */
export const dayOfEntry = (entry: Pick<Entry, 'occurredOn' | 'recordedAt'>): Day =>
  entry.occurredOn ?? dayRecorded(entry)
