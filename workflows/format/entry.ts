import type { Day } from '../rules/days.ts'
import { canonicalBytes } from './canonical.ts'
import { catalogue, type DataOf, type EntryKind, isEntryKind } from './catalogue.ts'
import { z } from 'zod'

/** The number of the record's format; a change of meaning takes a new one. */
export const recordFormat = 1

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
  /** The account that wrote it: an opaque id. */
  readonly actor: string
  readonly data: DataOf<K>
}

/** Any entry, told apart by its kind. */
export type Entry = { [K in EntryKind]: EntryOf<K> }[EntryKind]

const envelope = z.strictObject({
  format: z.literal(recordFormat),
  community: z.uuid(),
  chain: z.string().regex(/^(community|(proposal|meeting)\/[0-9a-f-]{36})$/),
  seq: z.int().min(1),
  kind: z.string(),
  recordedAt: z.iso.datetime({ precision: 3 }),
  occurredOn: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
  actor: z.uuid(),
  data: z.unknown(),
})

/** The bytes of an entry, as hashed. */
export const bytesOf = (entry: Entry): Uint8Array => canonicalBytes(entry)

const decoder = new TextDecoder('utf-8', { fatal: true })

/** Reads an entry from its bytes; throws on anything outside the catalogue. */
export const parseEntry = (bytes: Uint8Array): Entry => {
  const { data, ...head } = envelope.parse(JSON.parse(decoder.decode(bytes)))
  const { kind } = head
  if (!isEntryKind(kind)) throw new TypeError(`the catalogue has no kind ${kind}`)
  return { ...head, kind, data: catalogue[kind].data.parse(data) } as Entry
}
