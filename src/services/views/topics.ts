import { and, desc, eq, lt } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { topic } from '../../../db/schema/cases.ts'
import { standsFor } from '../../../db/schema/disclosed.ts'
import { disclosure } from '../../../db/schema/people.ts'
import { ok, type Result } from '../../../workflows/result.ts'
import { type Actor, act, type Engine } from '../act.ts'
import type { Refusal } from '../refusal.ts'
import { type Page, type Paging, pageOf } from './page.ts'

export interface TopicView {
  readonly id: string
  readonly channel: string
  readonly text: string | null
  readonly raisedAt: string
  readonly proposal: string | null
  readonly answer: string | null
}

/** The register of topics, newest first. */
export const topics = (
  engine: Engine,
  actor: Actor,
  { cursor, limit }: Paging,
): Promise<Result<Page<TopicView>, Refusal>> =>
  act(engine, actor, async (tx) => {
    const reason = alias(disclosure, 'reason')
    const { id, channel, raisedAt, proposal } = topic
    const rows = await tx
      .select({ id, channel, text: disclosure.text, raisedAt, proposal, answer: reason.text })
      .from(topic)
      .leftJoin(disclosure, standsFor(disclosure, topic, topic.text))
      .leftJoin(reason, standsFor(reason, topic, topic.answer))
      .where(and(eq(topic.community, actor.community), cursor === undefined ? undefined : lt(id, cursor)))
      .orderBy(desc(id))
      .limit(limit + 1)
    const items = rows.map((row): TopicView => ({ ...row, raisedAt: row.raisedAt.toISOString() }))
    return ok(pageOf(items, limit, (row) => row.id))
  })
