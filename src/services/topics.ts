import { and, eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { topic } from '../../db/schema/cases.ts'
import { person } from '../../db/schema/people.ts'
import type { DataOf } from '../../workflows/format/catalogue.ts'
import { ok, type Result, refuse } from '../../workflows/result.ts'
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
      const known = await tx
        .select({ id: person.id })
        .from(person)
        .where(and(eq(person.community, actor.community), eq(person.id, cmd.proposer)))
      if (known.length === 0) return refuse({ code: 'not_found', what: 'person' })
    }
    const chain = await hold(tx, engine.clock, actor.community, communityChain)
    if (!chain) return refuse({ code: 'not_found', what: 'community' })
    const id = uuidv7()
    const text = sealText(cmd.text)
    const by = proposer === undefined ? {} : { proposer }
    const data = { topic: id, channel: cmd.channel, ...by, text: text.commitment }
    add(chain, nextEntry(chain, { kind: 'topic.raised', actor: actor.account, data }))
    await disclose(tx, actor.community, [text])
    await write(tx, engine.keys, chain)
    const { community } = actor
    const { channel } = cmd
    await tx.insert(topic).values({ community, id, channel, proposer, text: text.commitment, raisedAt: chain.at })
    return ok({ topic: id })
  })

/** Answers a topic that does not become a proposal, with the reason. */
export const answerTopic = (
  engine: Engine,
  actor: Actor,
  id: string,
  cmd: { readonly reason: string },
): Promise<Result<{ readonly topic: string }, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk')
    if (denied) return refuse(denied)
    const chain = await hold(tx, engine.clock, actor.community, communityChain)
    const { proposal, answer } = topic
    const its = and(eq(topic.community, actor.community), eq(topic.id, id))
    const [known] = await tx.select({ proposal, answer }).from(topic).where(its)
    if (!chain || !known) return refuse({ code: 'not_found', what: 'topic' })
    if (known.proposal !== null || known.answer !== null) return refuse({ code: 'topic_settled_already', topic: id })
    const reason = sealText(cmd.reason)
    const data = { topic: id, reason: reason.commitment }
    add(chain, nextEntry(chain, { kind: 'topic.answered', actor: actor.account, data }))
    await disclose(tx, actor.community, [reason])
    await write(tx, engine.keys, chain)
    await tx.update(topic).set({ answer: reason.commitment }).where(its)
    return ok({ topic: id })
  })
