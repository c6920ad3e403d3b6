import type { TransactionSql } from 'postgres'
import type { VoteOption } from '../../../workflows/format/catalogue.ts'
import { leafOf, toHex } from '../../../workflows/format/hash.ts'
import { sha256 } from '../../record/sha256.ts'
import { RecordDisagrees } from '../cases.ts'
import type { ChainedVote } from './chaining.ts'
import type { Place } from './write.ts'

/** What a voter keeps: their own entry's bytes, the head before it, the leaves after it in its batch, and the signed head they lead to. */
export interface Receipt {
  readonly ballot: string
  readonly seq: number
  readonly recordedAt: string
  readonly entry: string
  readonly previousHead: string
  readonly laterLeaves: readonly string[]
  readonly signedHead: string
  /** Opens the commitment of the choice, shown to the voter only; a secret ballot's receipt has neither, nothing that could be sold. */
  readonly choice?: VoteOption
  readonly salt?: string
}

/** What is kept of a vote under its idempotency key: enough to build the receipt again. */
export interface KeptVote {
  readonly ballot: string
  readonly seq: number
  readonly lastSeq: number
  readonly choice?: VoteOption
  readonly salt?: string
}

/** The receipts of votes written together, by their number in the batch. */
export const receiptsOf = (
  { ballot, secret, at }: Place,
  chained: readonly ChainedVote[],
  signedHead: string,
): ReadonlyMap<number, Receipt> => {
  const leaves = chained.map(({ leaf }) => toHex(leaf))
  return new Map(
    chained.map(({ vote, seq, bytes, previous }, index) => [
      vote.n,
      {
        ballot,
        seq,
        recordedAt: at,
        entry: Buffer.from(bytes).toString('utf8'),
        previousHead: toHex(previous),
        laterLeaves: leaves.slice(index + 1),
        signedHead,
        ...(secret ? {} : { choice: vote.choice, salt: vote.salt }),
      },
    ]),
  )
}

/** Builds a receipt anew from the record, for a retry. */
export const receiptAgain = async (
  tx: TransactionSql,
  { community, chain }: Pick<Place, 'community' | 'chain'>,
  { choice, salt, ...kept }: KeptVote,
): Promise<Receipt> => {
  const rows = await tx<{ seq: number; text: string; head: string; jws: string | null; at: string }[]>`
    select e.seq, convert_from(e.bytes, 'UTF8') as text, encode(e.head, 'hex') as head, s.jws, to_char(e.recorded_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
    from entry e left join signed_head s on (s.community, s.chain, s.seq) = (e.community, e.chain, e.seq)
    where e.community = ${community} and e.chain = ${chain} and e.seq between ${kept.seq - 1} and ${kept.lastSeq} order by e.seq`
  const own = rows.find(({ seq }) => seq === kept.seq)
  const before = rows.find(({ seq }) => seq === kept.seq - 1)
  const last = rows.at(-1)
  if (!own || !before || !last?.jws) throw new RecordDisagrees(`vote ${kept.seq} of ${chain} is not in the record`)
  const encoder = new TextEncoder()
  return {
    ballot: kept.ballot,
    seq: kept.seq,
    recordedAt: own.at,
    entry: own.text,
    previousHead: before.head,
    laterLeaves: rows
      .filter(({ seq }) => seq > kept.seq)
      .map(({ text }) => toHex(leafOf(sha256, encoder.encode(text)))),
    signedHead: last.jws,
    ...(choice === undefined || salt === undefined ? {} : { choice, salt }),
  }
}
