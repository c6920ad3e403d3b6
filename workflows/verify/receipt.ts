import { z } from 'zod'
import { parseEntry } from '../format/entry.ts'
import { commitmentOf, fromHex, headOf, leafOf, toHex } from '../format/hash.ts'
import { openHeads } from '../format/signed-head.ts'
import type { Tools } from './chains.ts'
import { type Disagreement, Disagrees, disagree } from './disagreement.ts'
import type { RecordSource } from './source.ts'

/** 回执: what a voter keeps of a vote. */
export const receiptShape = z.object({
  ballot: z.string(),
  seq: z.int(),
  entry: z.string(),
  previousHead: z.string(),
  laterLeaves: z.array(z.string()),
  signedHead: z.string(),
  choice: z.string().optional(),
  salt: z.string().optional(),
})
export type Receipt = z.infer<typeof receiptShape>

export interface ReceiptReport {
  readonly ok: boolean
  readonly disagreement?: Disagreement
  /** Where the vote stands in the record, and what it says there; a secret ballot's receipt tells no choice. */
  readonly chain: string
  readonly seq: number
  readonly choice?: string
}

const encoder = new TextEncoder()

/** Holds a receipt to itself, to the record's key, and to a record as somebody was given it: the vote stands there as it was cast. */
export const verifyReceipt = async (receipt: Receipt, source: RecordSource, tools: Tools): Promise<ReceiptReport> => {
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
    if (entry.kind === 'vote.cast' && choice !== undefined && salt !== undefined) {
      if (commitmentOf(sha256, fromHex(salt), choice) !== entry.data.choice) wrong('it opens to another choice')
    } else if (entry.kind === 'ballot.taken' && (choice ?? salt) !== undefined) wrong('it would open a secret vote')

    let seq = 0
    for await (const written of source.entries(entry.chain)) {
      seq += 1
      if (seq < receipt.seq) continue
      if (written.bytes === receipt.entry && written.head === toHex(own))
        return { ok: true, ...place, ...(choice === undefined ? {} : { choice }) }
      break
    }
    return disagree({ ...place, what: 'receipt_missing' })
  } catch (error) {
    if (error instanceof Disagrees) return { ok: false, ...place, disagreement: error.disagreement }
    throw error
  }
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
