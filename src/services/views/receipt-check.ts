import { sql } from 'drizzle-orm'
import { type Tx, within } from '../../../db/within.ts'
import { type EntryOf, parseEntry } from '../../../workflows/format/entry.ts'
import { leafOf, toHex } from '../../../workflows/format/hash.ts'
import { ok, type Result } from '../../../workflows/result.ts'
import {
  changeOf,
  type Receipt,
  type ReceiptReport,
  type VoteOf,
  verifyReceipt,
} from '../../../workflows/verify/receipt.ts'
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

const encoder = new TextEncoder()

type Found = Pick<WrittenEntry, 'text' | 'head'>

const entryAt = async (tx: Tx, community: string, chain: string, seq: number): Promise<Found | undefined> => {
  const [row] = await tx.execute<{ text: string; head: string }>(sql`
    select convert_from(bytes, 'UTF8') as text, encode(head, 'hex') as head from entry
    where community = ${community} and chain = ${chain} and seq = ${seq}`)
  return row
}

/** What has changed or corrected a vote. Votes are many and hardly ever changed: whether this one was is asked first. */
const changesOf = async (
  tx: Tx,
  community: string,
  chain: string,
  { ballot, voter }: VoteOf,
): Promise<readonly Pick<WrittenEntry, 'text' | 'bytes'>[]> => {
  const rows = await tx.execute<{ text: string }>(sql`
    select convert_from(bytes, 'UTF8') as text from entry
    where community = ${community} and chain = ${chain} and kind in ('vote.changed', 'ballot.corrected')
      and exists (select from vote_correction where community = ${community} and ballot = ${ballot} and person = ${voter})
    order by seq`)
  return rows.map(({ text }) => ({ text, bytes: encoder.encode(text) }))
}

/** A record as it stands here. */
const sourceHere = async (tx: Tx, community: string) => ({
  community,
  keys: announcedIn(await tx.execute<{ bytes: string }>(sql.raw(announcements))),
  entryAt: (chain: string, seq: number) => entryAt(tx, community, chain, seq),
  changesOf: (chain: string, vote: VoteOf) => changesOf(tx, community, chain, vote),
})

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
    const source = await sourceHere(tx, community)
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
    const vote = written && voteOf(written.text, ballot)
    if (!vote || codeOf(written.text) !== code)
      return ok({ ok: false, chain, seq, disagreement: { chain, seq, what: 'receipt_missing' }, sealed: null })
    const changed = await changeOf(vote, await sourceHere(tx, community))
    const sealed = await sealOf(tx, community, chain, seq)
    return ok({ ok: true, chain, seq, ...(changed === undefined ? {} : { changed }), sealed })
  })

/** 回执码: an entry's leaf hash in hex. */
export const codeOf = (entry: string): string => toHex(leafOf(sha256, encoder.encode(entry)))

const voteOf = (text: string, ballot: string): EntryOf<'vote.cast'> | EntryOf<'ballot.taken'> | undefined => {
  const entry = parseEntry(encoder.encode(text))
  return (entry.kind === 'vote.cast' || entry.kind === 'ballot.taken') && entry.data.ballot === ballot
    ? entry
    : undefined
}
