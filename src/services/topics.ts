import { sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { DataOf } from '../../workflows/format/catalogue.ts'
import { ok, refuse, type Result } from '../../workflows/result.ts'
import { add, communityChain, hold, nextEntry, write } from '../record/chains.ts'
import { disclose, sealText } from '../record/texts.ts'
import { type Actor, act, type Engine, needs } from './act.ts'
import type { Refusal } from './refusal.ts'

export type Channel = DataOf<'topic.raised'>['channel']

/** 提议题: a resident raises a topic, or a clerk enters one that came by another channel. */
export const raiseTopic = (
  engine: Engine,
  actor: Actor,
  cmd: { readonly channel: Channel; readonly text: string; readonly proposer?: string | undefined },
): Promise<Result<{ readonly topic: string }, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const clerk = rights.roles.has('clerk')
    if (!clerk && (rights.person === undefined || cmd.channel !== 'online' || cmd.proposer !== undefined))
      return refuse({ code: 'forbidden', needs: ['clerk'] })
    const proposer = cmd.proposer ?? (cmd.channel === 'online' ? rights.person : undefined)
    if (cmd.proposer !== undefined) {
      const known = await tx.execute(sql`select 1 from person where community = ${actor.community} and id = ${cmd.proposer}`)
      if (known.length === 0) return refuse({ code: 'not_found', what: 'person' })
    }
    const chain = await hold(tx, engine.clock, actor.community, communityChain)
    if (!chain) return refuse({ code: 'not_found', what: 'community' })
    const topic = uuidv7()
    const text = sealText(cmd.text)
    add(chain, nextEntry(chain, { kind: 'topic.raised', actor: actor.account, data: { topic, channel: cmd.channel, ...(proposer === undefined ? {} : { proposer }), text: text.commitment } })) // prettier-ignore
    await disclose(tx, actor.community, [text])
    await write(tx, engine.keys, chain)
    await tx.execute(sql`
      insert into topic (community, id, channel, proposer, text, raised_at)
      values (${actor.community}, ${topic}, ${cmd.channel}, ${proposer ?? null}, ${text.commitment}, ${chain.at.toISOString()}::timestamptz)`)
    return ok({ topic })
  })

/** Answers a topic that does not become a proposal, with the reason. */
export const answerTopic = (
  engine: Engine,
  actor: Actor,
  topic: string,
  cmd: { readonly reason: string },
): Promise<Result<{ readonly topic: string }, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk')
    if (denied) return refuse(denied)
    const chain = await hold(tx, engine.clock, actor.community, communityChain)
    const [known] = await tx.execute<{ settled: boolean }>(sql`
      select (proposal is not null or answer is not null) as settled from topic where community = ${actor.community} and id = ${topic}`)
    if (!chain || !known) return refuse({ code: 'not_found', what: 'topic' })
    if (known.settled) return refuse({ code: 'topic_settled_already', topic })
    const reason = sealText(cmd.reason)
    add(chain, nextEntry(chain, { kind: 'topic.answered', actor: actor.account, data: { topic, reason: reason.commitment } }))
    await disclose(tx, actor.community, [reason])
    await write(tx, engine.keys, chain)
    await tx.execute(sql`update topic set answer = ${reason.commitment} where community = ${actor.community} and id = ${topic}`)
    return ok({ topic })
  })
