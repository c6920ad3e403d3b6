import { randomBytes } from 'node:crypto'
import type { Sql } from 'postgres'
import type { VoteOption } from '../../../workflows/format/catalogue.ts'
import { commitmentOf, toHex } from '../../../workflows/format/hash.ts'
import { type Result, refuse } from '../../../workflows/result.ts'
import type { Keys } from '../../identity/keys.ts'
import { signHead } from '../../identity/record-key.ts'
import { sha256 } from '../../record/sha256.ts'
import type { Actor } from '../act.ts'
import type { Refusal } from '../refusal.ts'
import { answerTo } from './answers.ts'
import { chainVotes } from './chaining.ts'
import { type Receipt, receiptsOf } from './receipt.ts'
import { type AskedVote, enter, holdPlace, judge } from './write.ts'

/** What voting stands on. */
export interface VoteEngine {
  readonly sql: Sql
  readonly keys: Keys
  readonly offset: () => number
}

/** A vote that somebody casts. */
export interface Cast {
  readonly actor: Actor
  readonly choice: VoteOption
  /** Whose it is; one's own, or one's household's, where nobody is named. */
  readonly for?: string | undefined
}

/** Salts and commits one voter's choice. */
const asked = ({ actor, choice, ...whose }: Cast, n: number): AskedVote => {
  const salt = randomBytes(16)
  return {
    n,
    account: actor.account,
    session: actor.session,
    key: actor.idempotency?.key ?? null,
    request: actor.idempotency?.request ?? null,
    choice,
    for: whose.for ?? null,
    salt: salt.toString('hex'),
    commitment: commitmentOf(sha256, salt, choice),
  }
}

/** Votes of one ballot in one transaction: judged, written, chained, their head signed; an answer for each, in their order. */
export const castTogether = (
  { sql, keys, offset }: VoteEngine,
  community: string,
  ballot: string,
  batch: readonly Cast[],
): Promise<readonly Result<Receipt, Refusal>[]> => {
  const votes = batch.map(asked)
  return sql.begin(async (tx) => {
    const place = await holdPlace(tx, community, ballot, offset)
    if ('code' in place) return votes.map((): Result<Receipt, Refusal> => refuse(place))
    const seen = await judge(tx, place, votes)
    const chained = chainVotes(place, votes, seen)
    const last = chained.at(-1)
    let signedHead = ''
    if (last) {
      const { chain, at } = place
      signedHead = await signHead(keys, { community, chain, seq: last.seq, head: toHex(last.head), at })
      await enter(tx, place, { chained, last, signedHead })
    }
    const receipts = receiptsOf(place, chained, signedHead)
    const answers: Result<Receipt, Refusal>[] = []
    for (const row of seen) answers.push(await answerTo({ tx, place, votes, receipts }, row))
    return answers
  })
}
