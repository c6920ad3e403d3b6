import { sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import type { TopicClass } from '../../workflows/topics.ts'
import { add, communityChain, hold, nextEntry, write } from '../record/chains.ts'
import { sealText } from '../record/texts.ts'
import { type Actor, act, type Engine, needs } from './act.ts'
import type { Refusal } from './refusal.ts'
import {
  keepTopics,
  type NewTopic,
  nextTopicNumber,
  onTopic,
  type RaisedTopic,
  sayTopics,
  standingOf,
  whySettled,
} from './topics.ts'

/** Merging topics that say the same, and splitting one that says several things. */

/** A topic shares the fate of another from now on; nothing is merged onto what is settled, so that no circle can arise. */
export const mergeTopic = (
  engine: Engine,
  actor: Actor,
  id: string,
  cmd: { readonly into: string },
): Promise<Result<{ readonly topic: string }, Refusal>> =>
  onTopic(engine, actor, id, async (chain, topic, tx) => {
    if (topic.settled) return whySettled(topic)
    if (cmd.into === id) return { code: 'merged_with_itself' }
    const into = await standingOf(tx, actor.community, cmd.into)
    if (!into) return { code: 'not_found', what: 'topic' }
    if (into.settled) return whySettled(into)
    add(chain, nextEntry(chain, { kind: 'topic.merged', actor: actor.account, data: { topic: id, into: cmd.into } }))
    return (inner) =>
      inner.execute(sql`update topic set merged_into = ${cmd.into} where community = ${actor.community} and id = ${id}`)
  })

/** Takes a merged topic apart again while the other is not settled. */
export const unmergeTopic = (
  engine: Engine,
  actor: Actor,
  id: string,
): Promise<Result<{ readonly topic: string }, Refusal>> =>
  onTopic(engine, actor, id, async (chain, topic, tx) => {
    if (topic.mergedInto === null) return { code: 'not_merged', topic: id }
    const into = await standingOf(tx, actor.community, topic.mergedInto)
    if (into?.settled) return { code: 'topic_settled_already', topic: topic.mergedInto }
    add(chain, nextEntry(chain, { kind: 'topic.unmerged', actor: actor.account, data: { topic: id } }))
    return (inner) =>
      inner.execute(sql`update topic set merged_into = null where community = ${actor.community} and id = ${id}`)
  })

/** Splits a topic into parts that stand for themselves; whoever raised or joined it, or what was merged into it, stands behind each. */
export const splitTopic = (
  engine: Engine,
  actor: Actor,
  id: string,
  cmd: { readonly parts: readonly { readonly text: string; readonly class?: TopicClass | undefined }[] },
): Promise<Result<{ readonly topic: string; readonly parts: readonly RaisedTopic[] }, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk')
    if (denied) return refuse(denied)
    const { community } = actor
    const chain = await hold(tx, engine.clock, community, communityChain)
    const topic = await standingOf(tx, community, id)
    if (!chain || !topic) return refuse({ code: 'not_found', what: 'topic' })
    if (topic.settled) return refuse(whySettled(topic))
    const first = await nextTopicNumber(tx, community)
    const { channel } = topic
    const proposer = topic.proposer ?? undefined
    const parts = cmd.parts.map(
      (part, index): NewTopic => ({
        id: uuidv7(),
        number: first + index,
        text: sealText(part.text),
        said: { channel, proposer, class: part.class },
        from: id,
      }),
    )
    sayTopics(chain, actor, parts)
    const into = parts.map((part) => part.id)
    add(chain, nextEntry(chain, { kind: 'topic.split', actor: actor.account, data: { topic: id, into } }))
    await write(tx, engine.keys, chain)
    await keepTopics(tx, chain, parts)
    await tx.execute(sql`update topic set split = true where community = ${community} and id = ${id}`)
    await tx.execute(sql`
      with recursive merged as (
        select id, proposer, raised_at from topic where community = ${community} and id = ${id}
        union
        select t.id, t.proposer, t.raised_at from topic t join merged m on t.merged_into = m.id where t.community = ${community}
      ), behind as (
        select proposer as person, raised_at as since from merged where proposer is not null
        union all
        select s.person, s.joined_at from topic_supporter s join merged m on m.id = s.topic where s.community = ${community}
      )
      insert into topic_supporter (community, topic, person, joined_at)
      select ${community}::uuid, part.value::uuid, person, min(since)
      from behind, jsonb_array_elements_text(${JSON.stringify(into)}::text::jsonb) as part(value)
      where person is distinct from ${topic.proposer}::uuid
      group by part.value, person`)
    return ok({ topic: id, parts: parts.map(({ id: part, number }) => ({ topic: part, number })) })
  })
