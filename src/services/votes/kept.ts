import { ok, type Result, refuse } from '../../../workflows/result.ts'
import { proposalChain } from '../../record/chains.ts'
import type { Actor } from '../act.ts'
import type { Refusal } from '../refusal.ts'
import type { VoteEngine } from './batch.ts'
import { type KeptVote, type Receipt, receiptAgain } from './receipt.ts'

/**
 * The receipts of what somebody cast in a ballot, the earliest first: built anew from the record, as long as what a retry
 * would ask is kept.
 */
export const keptReceipts = (
  { sql, offset }: VoteEngine,
  { community, account, session }: Actor,
  ballot: string,
): Promise<Result<readonly Receipt[], Refusal>> =>
  sql.begin(async (tx): Promise<Result<readonly Receipt[], Refusal>> => {
    await tx`select set_config('app.community', ${community}, true)`
    const [alive] = await tx`
      select from session s join account a on (a.community, a.id) = (s.community, s.account) and a.disabled_at is null
      where s.community = ${community} and s.id = ${session} and s.account = ${account} and s.ended_at is null
        and s.expires_at > clock_timestamp() + make_interval(secs => ${offset() / 1000})`
    if (!alive) return refuse({ code: 'session_ended' })
    const [found] = await tx<{ proposal: string }[]>`
      select proposal from ballot where community = ${community} and id = ${ballot}`
    if (!found) return refuse({ code: 'not_found', what: 'ballot' })
    const kept = await tx<{ answer: KeptVote }[]>`
      select answer from idempotency where community = ${community} and actor = ${account}
        and answer ->> 'ballot' = ${ballot} and answer ? 'lastSeq' order by (answer ->> 'seq')::int`
    const receipts: Receipt[] = []
    for (const { answer } of kept)
      receipts.push(await receiptAgain(tx, { community, chain: proposalChain(found.proposal) }, answer))
    return ok(receipts)
  })
