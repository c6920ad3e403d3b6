import { setImmediate as turnOfTheLoop } from 'node:timers/promises'
import { type VoteOption, voteOptions } from '../../../workflows/format/catalogue.ts'
import { type Result, refuse } from '../../../workflows/result.ts'
import type { Actor } from '../act.ts'
import type { Refusal } from '../refusal.ts'
import { type Cast, castTogether, type VoteEngine } from './batch.ts'
import { keptReceipts } from './kept.ts'
import type { Receipt } from './receipt.ts'

interface Waiting extends Cast {
  readonly answer: (result: Result<Receipt, Refusal>) => void
  readonly fail: (error: unknown) => void
}

/** A vote as it is asked for: in which ballot, what, and whose if it is not one's own. */
export interface CastVote {
  readonly ballot: string
  readonly choice: string
  readonly for?: string | undefined
}

/** Casts recorded votes. */
export interface VoteBox {
  /** Answers after commit: one voter, one vote, whatever comes at once. */
  cast(actor: Actor, cmd: CastVote): Promise<Result<Receipt, Refusal>>
  /** The receipts of what the actor has cast in a ballot under a key. */
  receipts(actor: Actor, ballot: string): Promise<Result<readonly Receipt[], Refusal>>
}

const atMost = 500

/**
 * The batch: votes of one ballot that arrive together, or while the last write is under way, are written together, one write
 * in flight, no timer. Every request gets its own answer; an SQL error reruns the batch one by one.
 */
export const openVoteBox = (engine: VoteEngine): VoteBox => {
  const queues = new Map<string, Waiting[]>()
  const flush = async (community: string, ballot: string, queue: Waiting[], key: string): Promise<void> => {
    // What the process has already received is let in first, so that nobody's vote is written alone ahead of a crowd's.
    for (await turnOfTheLoop(); queue.length > 0; await turnOfTheLoop()) {
      const batch = queue.splice(0, atMost)
      try {
        await answerAll(engine, community, ballot, batch)
      } catch (error) {
        if (batch.length === 1) batch[0]?.fail(error)
        else for (const one of batch) await answerAll(engine, community, ballot, [one]).catch(one.fail)
      }
    }
    queues.delete(key)
  }
  return {
    receipts: (actor, ballot) => keptReceipts(engine, actor, ballot),
    cast: (actor, { ballot, choice, ...whose }) => {
      if (!isOption(choice)) return Promise.resolve(refuse({ code: 'option_unknown', options: voteOptions }))
      return new Promise((answer, fail) => {
        const key = `${actor.community}/${ballot}`
        const waiting = { actor, choice, ...whose, answer, fail }
        const queue = queues.get(key)
        if (queue) queue.push(waiting)
        else {
          const fresh = [waiting]
          queues.set(key, fresh)
          void flush(actor.community, ballot, fresh, key)
        }
      })
    },
  }
}

const isOption = (choice: string): choice is VoteOption => (voteOptions as readonly string[]).includes(choice)

const answerAll = async (
  engine: VoteEngine,
  community: string,
  ballot: string,
  batch: readonly Waiting[],
): Promise<void> => {
  const answers = await castTogether(engine, community, ballot, batch)
  for (const [n, waiting] of batch.entries()) {
    const answer = answers[n]
    if (answer) waiting.answer(answer)
    else waiting.fail(new Error('a vote in the batch got no answer'))
  }
}
