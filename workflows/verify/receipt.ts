import { z } from 'zod'
import { type EntryOf, parseEntry } from '../format/entry.ts'
import { commitmentOf, fromHex, headOf, leafOf, toHex } from '../format/hash.ts'
import { openHeads } from '../format/signed-head.ts'
import { readAsWritten } from './as-written.ts'
import type { Tools } from './chains.ts'
import { type Disagreement, Disagrees, disagree } from './disagreement.ts'
import type { RecordSource, WrittenEntry } from './source.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** 回执: what a voter keeps of a vote. */
export const receiptShape = z.object({
  ballot: z.string().max(64),
  seq: z.int().min(1),
  entry: z.string().max(10_000),
  previousHead: hash,
  laterLeaves: z.array(hash).max(10_000),
  signedHead: z.string().max(10_000),
  choice: z.string().max(100).optional(),
  salt: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .optional(),
})
export type Receipt = z.infer<typeof receiptShape>

/** A receipt as a vote answers it, or the file in which a ballot's receipts are saved. */
const receiptsFile = z.union([
  receiptShape.transform((one): readonly Receipt[] => [one]),
  z.object({ receipts: z.array(receiptShape).min(1) }).transform(({ receipts }): readonly Receipt[] => receipts),
])

/** Receipts as somebody kept them; undefined where a text is none, or says something twice: whoever holds it would read one and have the other checked. */
export const readReceipts = (text: string): readonly Receipt[] | undefined => {
  try {
    return receiptsFile.safeParse(readAsWritten(text.trim())).data
  } catch {
    return undefined
  }
}

export interface ReceiptReport {
  readonly ok: boolean
  readonly disagreement?: Disagreement
  /** Where the vote stands in the record, and what it says there; a secret ballot's receipt tells no choice. */
  readonly chain: string
  readonly seq: number
  readonly choice?: string
  /** The newest entry that has changed or corrected this vote since: it is counted as it says there. */
  readonly changed?: number
}

const encoder = new TextEncoder()

/** A record that finds an entry by its number, and those that have changed or corrected somebody's vote in a ballot. */
interface Looked {
  readonly entryAt: (chain: string, seq: number) => Promise<Found | undefined>
  readonly changesOf: (chain: string, vote: VoteOf) => Promise<readonly Pick<WrittenEntry, 'text' | 'bytes'>[]>
}

/** What a receipt is held to: a record that is read through, or one that finds what is asked for. */
export type ReceiptSource = Pick<RecordSource, 'community' | 'keys'> & (Pick<RecordSource, 'entries'> | Looked)

/** Whose vote, and in which ballot. */
export interface VoteOf {
  readonly ballot: string
  readonly voter: string
}

/** Holds a receipt to itself, to the record's key, and to a record as somebody was given it: the vote stands there as it was cast. */
export const verifyReceipt = async (receipt: Receipt, source: ReceiptSource, tools: Tools): Promise<ReceiptReport> => {
  const { sha256, ed25519 } = tools
  const place = { chain: '', seq: receipt.seq }
  try {
    const bytes = encoder.encode(receipt.entry)
    const entry = readVote(receipt, bytes)
    place.chain = entry.chain
    const wrong: (found: string) => never = (found) => disagree({ ...place, what: 'receipt_wrong', found })
    const own = headOf(sha256, fromHex(receipt.previousHead), leafOf(sha256, bytes))
    const head = receipt.laterLeaves.reduce((before, leaf) => headOf(sha256, before, fromHex(leaf)), own)
    const signed = await openHeads(ed25519, source.keys)(receipt.signedHead)
    if (!signed) wrong('no valid signature')
    else if (
      signed.head !== toHex(head) ||
      signed.chain !== entry.chain ||
      signed.community !== source.community ||
      signed.seq !== receipt.seq + receipt.laterLeaves.length
    )
      wrong('it does not lead to the signed head')
    const { choice, salt } = receipt
    if (entry.kind === 'vote.cast' && (choice ?? salt) !== undefined) {
      // A choice without its salt is only said, and is not what the record says.
      const opened = choice !== undefined && salt !== undefined && commitmentOf(sha256, fromHex(salt), choice)
      if (opened !== entry.data.choice) wrong('it opens to another choice')
    } else if (entry.kind === 'ballot.taken' && (choice ?? salt) !== undefined) wrong('it would open a secret vote')

    const written = await entryIn(source, entry.chain, receipt.seq)
    if (written?.text !== receipt.entry || written.head !== toHex(own))
      return disagree({ ...place, what: 'receipt_missing' })
    const changed = await changeOf(entry, source)
    return {
      ok: true,
      ...place,
      ...(choice === undefined ? {} : { choice }),
      ...(changed === undefined ? {} : { changed }),
    }
  } catch (error) {
    if (error instanceof Disagrees) return { ok: false, ...place, disagreement: error.disagreement }
    throw error
  }
}

type Found = Pick<WrittenEntry, 'text' | 'head'>

const entryIn = async (source: ReceiptSource, chain: string, seq: number): Promise<Found | undefined> => {
  if ('entryAt' in source) return source.entryAt(chain, seq)
  let before = 0
  for await (const some of source.entries(chain)) {
    if (seq <= before + some.length) return some[seq - 1 - before]
    before += some.length
  }
  return undefined
}

/** The newest entry by which a vote was changed, or corrected after the count. */
export const changeOf = async (
  { chain, data: { ballot, voter } }: EntryOf<'vote.cast'> | EntryOf<'ballot.taken'>,
  source: ReceiptSource,
): Promise<number | undefined> => {
  let changed: number | undefined
  const lists = 'entries' in source ? source.entries(chain) : [await source.changesOf(chain, { ballot, voter })]
  for await (const some of lists)
    for (const { text, bytes } of some) {
      if (!text.includes(voter) || !/"kind":"(?:vote\.changed|ballot\.corrected)"/.test(text)) continue
      const { kind, seq, data } = parseEntry(bytes)
      const own =
        (kind === 'vote.changed' && data.voter === voter) ||
        (kind === 'ballot.corrected' && data.votes.some((vote) => vote.voter === voter))
      if (own && data.ballot === ballot) changed = seq
    }
  return changed
}

const readVote = (receipt: Receipt, bytes: Uint8Array) => {
  const place = { chain: 'proposal', seq: receipt.seq }
  try {
    const entry = parseEntry(bytes)
    if (
      (entry.kind === 'vote.cast' || entry.kind === 'ballot.taken') &&
      entry.seq === receipt.seq &&
      entry.data.ballot === receipt.ballot
    )
      return entry
  } catch {
    return disagree({ ...place, what: 'receipt_wrong', found: 'unreadable' })
  }
  return disagree({ ...place, what: 'receipt_wrong', found: 'no vote of this ballot' })
}
