import { sql } from 'drizzle-orm'
import { type Tx, within } from '../../../db/within.ts'
import { parseEntry } from '../../../workflows/format/entry.ts'
import { leafOf, toHex } from '../../../workflows/format/hash.ts'
import { ok, type Result } from '../../../workflows/result.ts'
import { type Receipt, type ReceiptReport, verifyReceipt } from '../../../workflows/verify/receipt.ts'
import type { WrittenEntry } from '../../../workflows/verify/source.ts'
import { ed25519 } from '../../identity/record-key.ts'
import { announcedIn, announcements } from '../../record/announced-keys.ts'
import { proposalChain } from '../../record/chains.ts'
import { sha256 } from '../../record/sha256.ts'
import type { Engine } from '../act.ts'
import type { Refusal } from '../refusal.ts'
import type { PrintedCheckpoint } from './checkpoints.ts'

/** Where a vote stands on the record, and under which checkpoint it can no longer be changed unseen; null before it is sealed. */
export type ReceiptCheck = ReceiptReport & { readonly sealed: PrintedCheckpoint | null }

/** 回执码 with the place where it is to be found: what the square code of a receipt says. */
export interface ReceiptCode {
  readonly ballot: string
  readonly seq: number
  /** The entry's leaf hash in hex. */
  readonly code: string
}

type Ground = Pick<Engine, 'db'>

type Found = Pick<WrittenEntry, 'text' | 'head'>

const entryAt = async (tx: Tx, community: string, chain: string, seq: number): Promise<Found | undefined> => {
  const [row] = await tx.execute<{ text: string; head: string }>(sql`
    select convert_from(bytes, 'UTF8') as text, encode(head, 'hex') as head from entry
    where community = ${community} and chain = ${chain} and seq = ${seq}`)
  return row
}

/** The first checkpoint over an entry. */
const sealOf = async (tx: Tx, community: string, chain: string, seq: number): Promise<PrintedCheckpoint | null> => {
  const [row] = await tx.execute<PrintedCheckpoint & Record<string, unknown>>(sql`
    select c.size::int, c.code, to_char(c.sealed_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "sealedAt"
    from (select size from seal where community = ${community} and chain = ${chain} and seq >= ${seq} order by seq limit 1) s
    join checkpoint c on c.community = ${community} and c.size >= s.size order by c.size limit 1`)
  return row ?? null
}

/** Holds a receipt to the record as it stands here, for anybody: the same judgement that the verifier makes without the server. */
export const checkReceipt = (
  { db }: Ground,
  community: string,
  receipt: Receipt,
): Promise<Result<ReceiptCheck, Refusal>> =>
  within(db, community, async (tx) => {
    const source = {
      community,
      keys: announcedIn(await tx.execute<{ bytes: string }>(sql.raw(announcements))),
      entryAt: (chain: string, seq: number) => entryAt(tx, community, chain, seq),
    }
    const report = await verifyReceipt(receipt, source, { sha256, ed25519 })
    return ok({ ...report, sealed: report.ok ? await sealOf(tx, community, report.chain, report.seq) : null })
  })

/** The same by the code alone, which tells no choice: whether the entry that it names is a vote of the ballot. */
export const checkReceiptCode = (
  { db }: Ground,
  community: string,
  { ballot, seq, code }: ReceiptCode,
): Promise<Result<ReceiptCheck, Refusal>> =>
  within(db, community, async (tx) => {
    const [of] = await tx.execute<{ proposal: string }>(sql`
      select proposal from ballot where community = ${community} and id = ${ballot}`)
    const chain = of ? proposalChain(of.proposal) : ''
    const written = of && (await entryAt(tx, community, chain, seq))
    if (!written || !isVoteOf(written.text, ballot) || codeOf(written.text) !== code)
      return ok({ ok: false, chain, seq, disagreement: { chain, seq, what: 'receipt_missing' }, sealed: null })
    return ok({ ok: true, chain, seq, sealed: await sealOf(tx, community, chain, seq) })
  })

/** 回执码: an entry's leaf hash in hex. */
export const codeOf = (entry: string): string => toHex(leafOf(sha256, new TextEncoder().encode(entry)))

const isVoteOf = (bytes: string, ballot: string): boolean => {
  const entry = parseEntry(new TextEncoder().encode(bytes))
  return (entry.kind === 'vote.cast' || entry.kind === 'ballot.taken') && entry.data.ballot === ballot
}
