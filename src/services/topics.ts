import { sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { Tx } from '../../db/within.ts'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { type Day, dayOf } from '../../workflows/rules/days.ts'
import type { Channel, TopicClass } from '../../workflows/topics.ts'
import { add, communityChain, type HeldChain, hold, nextEntry, write } from '../record/chains.ts'
import { disclose, type SealedText, sealText } from '../record/texts.ts'
import { type Actor, act, type Engine, needs } from './act.ts'
import type { Refusal } from './refusal.ts'

/** What somebody raises, by whatever channel. */
export interface RaiseTopic {
  readonly channel: Channel
  readonly text: string
  readonly proposer?: string | undefined
  /** The day on which it was raised, where it came on paper. */
  readonly raisedOn?: Day | undefined
  readonly class?: TopicClass | undefined
}

export interface RaisedTopic {
  readonly topic: string
  readonly number: number
}

/** A topic's entries and row, as they will be written. */
export interface NewTopic {
  readonly id: string
  readonly number: number
  readonly text: SealedText
  readonly said: Omit<RaiseTopic, 'text'>
  readonly from?: string | undefined
}

/** The number that the next topic takes; the community's chain is held. */
export const nextTopicNumber = async (tx: Tx, community: string): Promise<number> => {
  const [row] = await tx.execute<{ next: number }>(sql`
    select coalesce(max(number), 0) + 1 as next from topic where community = ${community}`)
  return row?.next ?? 1
}

/** Puts new topics onto the community's chain, which the caller holds and writes. */
export const sayTopics = (chain: HeldChain, actor: Actor, topics: readonly NewTopic[]): void => {
  for (const { id, text, said, from } of topics) {
    const { channel, proposer, raisedOn, class: sort } = said
    const data = {
      topic: id,
      channel,
      ...(proposer === undefined ? {} : { proposer }),
      ...(from === undefined ? {} : { from }),
      text: text.commitment,
    }
    add(chain, nextEntry(chain, { kind: 'topic.raised', actor: actor.account, data, occurredOn: raisedOn }))
    if (sort !== undefined)
      add(chain, nextEntry(chain, { kind: 'topic.classified', actor: actor.account, data: { topic: id, class: sort } }))
  }
}

/** Keeps the texts and rows of new topics. */
export const keepTopics = async (tx: Tx, chain: HeldChain, topics: readonly NewTopic[]): Promise<void> => {
  const rows = topics.map(({ id, number, text, said, from }) => ({
    id,
    number,
    text: text.commitment,
    channel: said.channel,
    proposer: said.proposer ?? null,
    raised_on: said.raisedOn ?? dayOf(chain.at),
    class: said.class ?? null,
    split_from: from ?? null,
  }))
  await disclose(
    tx,
    chain.community,
    topics.map(({ text }) => text),
  )
  await tx.execute(sql`
    insert into topic (community, id, number, channel, proposer, text, raised_at, raised_on, class, split_from)
    select ${chain.community}::uuid, id, number, channel, proposer, text, ${chain.at.toISOString()}::timestamptz, raised_on, class, split_from
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r(id uuid, number int, channel text, proposer uuid, text text,
      raised_on date, class text, split_from uuid)`)
}

const unknownProposer = async (tx: Tx, community: string, people: readonly string[]): Promise<boolean> => {
  const wanted = [...new Set(people)]
  const known = await tx.execute(sql`
    select 1 from person where community = ${community}
      and id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(wanted)}::text::jsonb))`)
  return known.length !== wanted.length
}

/** 提议题: a resident raises a topic, or a clerk enters one that came by another channel, on the day it came. */
export const raiseTopic = (engine: Engine, actor: Actor, cmd: RaiseTopic): Promise<Result<RaisedTopic, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const forOthers =
      cmd.channel !== 'online' || [cmd.proposer, cmd.raisedOn, cmd.class].some((one) => one !== undefined)
    if (!rights.roles.has('clerk') && (rights.person === undefined || forOthers))
      return refuse({ code: 'forbidden', needs: ['clerk'] })
    const proposer = cmd.proposer ?? (cmd.channel === 'online' ? rights.person : undefined)
    const raised = await raiseIn(tx, engine, actor, [{ ...cmd, proposer }])
    const [topic] = raised.ok ? raised.value : []
    if (raised.ok && topic) return ok(topic)
    return raised.ok ? refuse({ code: 'not_found', what: 'community' }) : raised
  })

/** A letter box emptied: many topics in one transaction, or none, with the one at fault named. */
export const raiseTopics = (
  engine: Engine,
  actor: Actor,
  cmd: readonly RaiseTopic[],
): Promise<Result<{ readonly items: readonly RaisedTopic[] }, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk')
    if (denied) return refuse(denied)
    const raised = await raiseIn(tx, engine, actor, cmd)
    return raised.ok ? ok({ items: raised.value }) : raised
  })

const raiseIn = async (
  tx: Tx,
  engine: Engine,
  actor: Actor,
  cmd: readonly RaiseTopic[],
): Promise<Result<readonly RaisedTopic[], Refusal>> => {
  const { community } = actor
  const chain = await hold(tx, engine.clock, community, communityChain)
  if (!chain) return refuse({ code: 'not_found', what: 'community' })
  const today = dayOf(chain.at)
  for (const [index, { proposer, raisedOn }] of cmd.entries()) {
    const refusal: Refusal | undefined =
      raisedOn !== undefined && raisedOn > today
        ? { code: 'day_in_future', day: raisedOn, today }
        : proposer !== undefined && (await unknownProposer(tx, community, [proposer]))
          ? { code: 'not_found', what: 'person' }
          : undefined
    if (refusal) return refuse(cmd.length === 1 ? refusal : { code: 'item_refused', index, because: refusal.code })
  }
  const first = await nextTopicNumber(tx, community)
  const topics = cmd.map(
    ({ text, ...said }, index): NewTopic => ({
      id: uuidv7(),
      number: first + index,
      text: sealText(text),
      said,
    }),
  )
  sayTopics(chain, actor, topics)
  await write(tx, engine.keys, chain)
  await keepTopics(tx, chain, topics)
  return ok(topics.map(({ id, number }) => ({ topic: id, number })))
}

/** Where a topic stands: what settled it, if anything has. */
export interface TopicStanding {
  readonly [column: string]: unknown
  readonly id: string
  readonly settled: boolean
  readonly withdrawn: boolean
  /** True once something was done with it: it has a class, is a part of another, or others were merged into it. */
  readonly sorted: boolean
  readonly supporters: number
  readonly mergedInto: string | null
  readonly channel: Channel
  readonly proposer: string | null
}

export const standingOf = async (tx: Tx, community: string, id: string): Promise<TopicStanding | undefined> => {
  const [row] = await tx.execute<TopicStanding>(sql`
    select id, (proposal is not null or answer is not null or merged_into is not null or split or withdrawn_at is not null) as settled,
      (withdrawn_at is not null) as withdrawn, merged_into as "mergedInto", channel, proposer,
      (class is not null or split_from is not null or exists (
        select 1 from topic m where (m.community, m.merged_into) = (t.community, t.id))) as sorted,
      (select count(*)::int from topic_supporter s where (s.community, s.topic) = (t.community, t.id)) as supporters
    from topic t where community = ${community} and id = ${id}`)
  return row
}

/** One entry about a topic that is not settled yet, by the clerk; then its row. */
export const onTopic = (
  engine: Engine,
  actor: Actor,
  id: string,
  put: (chain: HeldChain, topic: TopicStanding, tx: Tx) => Promise<Refusal | ((tx: Tx) => Promise<unknown>)>,
): Promise<Result<{ readonly topic: string }, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk')
    if (denied) return refuse(denied)
    const chain = await hold(tx, engine.clock, actor.community, communityChain)
    const topic = await standingOf(tx, actor.community, id)
    if (!chain || !topic) return refuse({ code: 'not_found', what: 'topic' })
    const change = await put(chain, topic, tx)
    if (typeof change !== 'function') return refuse(change)
    await write(tx, engine.keys, chain)
    await change(tx)
    return ok({ topic: id })
  })

/** Why nothing more is done with a topic: something has come of it, or it was taken back. */
export const whySettled = ({ id, withdrawn }: Pick<TopicStanding, 'id' | 'withdrawn'>): Refusal => ({
  code: withdrawn ? 'topic_withdrawn' : 'topic_settled_already',
  topic: id,
})

/** Answers or refuses a topic that becomes no proposal; everybody who raised, joined or was merged into it learns the reason. */
export const answerTopic = (
  engine: Engine,
  actor: Actor,
  id: string,
  cmd: { readonly outcome: 'answered' | 'refused'; readonly reason: string },
): Promise<Result<{ readonly topic: string }, Refusal>> =>
  onTopic(engine, actor, id, async (chain, topic) => {
    if (topic.settled) return whySettled(topic)
    const reason = sealText(cmd.reason)
    const data = { topic: id, outcome: cmd.outcome, reason: reason.commitment }
    add(chain, nextEntry(chain, { kind: 'topic.answered', actor: actor.account, data }))
    return async (tx) => {
      await disclose(tx, actor.community, [reason])
      await tx.execute(sql`
        update topic set answer = ${reason.commitment}, outcome = ${cmd.outcome} where community = ${actor.community} and id = ${id}`)
    }
  })

/** Sorts a topic; it can be sorted anew at any time. */
export const classifyTopic = (
  engine: Engine,
  actor: Actor,
  id: string,
  cmd: { readonly class: TopicClass },
): Promise<Result<{ readonly topic: string }, Refusal>> =>
  onTopic(engine, actor, id, async (chain, topic) => {
    if (topic.withdrawn) return whySettled(topic)
    add(
      chain,
      nextEntry(chain, { kind: 'topic.classified', actor: actor.account, data: { topic: id, class: cmd.class } }),
    )
    return (tx) =>
      tx.execute(sql`update topic set class = ${cmd.class} where community = ${actor.community} and id = ${id}`)
  })

/** 附议: a resident joins a topic, or the clerk enters who did; once each, and not whoever raised it. */
export const joinTopic = (
  engine: Engine,
  actor: Actor,
  id: string,
  cmd: { readonly person?: string | undefined },
): Promise<Result<{ readonly topic: string; readonly person: string }, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const person = cmd.person ?? rights.person
    if (person === undefined || (cmd.person !== undefined && !rights.roles.has('clerk')))
      return refuse({ code: 'forbidden', needs: [cmd.person === undefined ? 'resident' : 'clerk'] })
    const { community } = actor
    const chain = await hold(tx, engine.clock, community, communityChain)
    const topic = await standingOf(tx, community, id)
    if (!chain || !topic || topic.channel === 'informant') return refuse({ code: 'not_found', what: 'topic' })
    if (topic.settled) return refuse(whySettled(topic))
    if (await unknownProposer(tx, community, [person])) return refuse({ code: 'not_found', what: 'person' })
    const joined = await tx.execute(sql`
      select 1 from topic_supporter where community = ${community} and topic = ${id} and person = ${person}`)
    if (joined.length > 0 || topic.proposer === person) return refuse({ code: 'joined_already' })
    add(chain, nextEntry(chain, { kind: 'topic.joined', actor: actor.account, data: { topic: id, person } }))
    await write(tx, engine.keys, chain)
    await tx.execute(sql`
      insert into topic_supporter (community, topic, person, joined_at)
      values (${community}, ${id}, ${person}, ${chain.at.toISOString()}::timestamptz)`)
    return ok({ topic: id, person })
  })
