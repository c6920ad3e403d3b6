import { sql } from 'drizzle-orm'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { add, communityChain, hold, nextEntry, write } from '../record/chains.ts'
import { type Actor, act, type Engine } from './act.ts'
import type { Refusal } from './refusal.ts'
import { standingOf, whySettled } from './topics.ts'

/** 撤回议题: whoever raised a topic takes it back, before it is sorted, joined by others or settled; its number stays. */
export const withdrawTopic = (
  engine: Engine,
  actor: Actor,
  id: string,
): Promise<Result<{ readonly topic: string }, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    if (rights.person === undefined) return refuse({ code: 'forbidden', needs: ['resident'] })
    const { community } = actor
    const chain = await hold(tx, engine.clock, community, communityChain)
    const topic = await standingOf(tx, community, id)
    if (!chain || !topic) return refuse({ code: 'not_found', what: 'topic' })
    // What an informant raised for somebody is known to the office alone.
    if (topic.proposer !== rights.person) return refuse({ code: 'topic_of_another' })
    if (topic.settled) return refuse(whySettled(topic))
    if (topic.sorted) return refuse({ code: 'topic_sorted_already', topic: id })
    if (topic.supporters > 0) return refuse({ code: 'topic_joined_by_others', supporters: topic.supporters })
    add(chain, nextEntry(chain, { kind: 'topic.withdrawn', actor: actor.account, data: { topic: id } }))
    await write(tx, engine.keys, chain)
    await tx.execute(sql`
      update topic set withdrawn_at = ${chain.at.toISOString()}::timestamptz where community = ${community} and id = ${id}`)
    return ok({ topic: id })
  })
