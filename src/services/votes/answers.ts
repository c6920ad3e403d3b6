import type { TransactionSql } from 'postgres'
import { ok, type Result, refuse } from '../../../workflows/result.ts'
import type { Refusal } from '../refusal.ts'
import { type Receipt, receiptAgain } from './receipt.ts'
import type { AskedVote, Place, SeenVote } from './write.ts'

/** A batch once it is written: what was asked, and the receipts of what is new by their number in it. */
export interface WrittenBatch {
  readonly tx: TransactionSql
  readonly place: Place
  readonly votes: readonly AskedVote[]
  readonly receipts: ReadonlyMap<number, Receipt>
}

const reused = refuse({ code: 'idempotency_key_reused' } as const)

/** The answer to one request of a batch. */
export const answerTo = async (batch: WrittenBatch, row: SeenVote): Promise<Result<Receipt, Refusal>> => {
  const receipt = batch.receipts.get(row.n)
  if (receipt) return ok(receipt)
  if (!row.live) return refuse({ code: 'session_ended' })
  if (row.used) return row.same && row.kept ? ok(await receiptAgain(batch.tx, batch.place, row.kept)) : reused
  const first = firstTry(batch, row.n)
  if (first) return first.same ? ok(first.receipt) : reused
  if (row.closed !== null) return refuse({ code: 'ballot_closed', closedAt: row.closed })
  if (row.recused) return refuse({ code: 'recused' })
  if (row.voting === 'counted') return refuse({ code: 'other_way_of_voting', voting: row.voting })
  if (row.may === null)
    return refuse({ code: row.listed ? 'not_present_at_roll_call' : row.another ? 'may_not_vote_for' : 'not_on_roll' })
  if (row.over !== null) return refuse({ code: 'ballot_term_over', until: row.over })
  return refuse({ code: row.tallied ? 'papers_tallied' : 'voted_already' })
}

/** The try of the same batch, now written, that this one repeats under its key; whether it asked the same. */
const firstTry = (
  { votes, receipts }: WrittenBatch,
  n: number,
): { readonly receipt: Receipt; readonly same: boolean } | undefined => {
  const mine = votes[n]
  if (!mine || mine.key === null) return undefined
  for (const { n: other, key, account, request } of votes) {
    const receipt = key === mine.key && account === mine.account ? receipts.get(other) : undefined
    if (receipt) return { receipt, same: request === mine.request }
  }
  return undefined
}
