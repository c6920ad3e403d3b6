import { sql } from 'drizzle-orm'
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
export const topics = (engine: Engine, actor: Actor, { cursor, limit }: Paging): Promise<Result<Page<TopicView>, Refusal>> =>
  act(engine, actor, async (tx) => {
    const rows = await tx.execute<TopicView & Record<string, unknown>>(sql`
      select t.id, t.channel, d.text, to_char(t.raised_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "raisedAt", t.proposal, a.text as answer
      from topic t left join disclosure d on (d.community, d.commitment) = (t.community, t.text)
      left join disclosure a on (a.community, a.commitment) = (t.community, t.answer)
      where t.community = ${actor.community} and (${cursor ?? null}::uuid is null or t.id < ${cursor ?? null}::uuid)
      order by t.id desc limit ${limit + 1}`)
    return ok(pageOf(rows, limit, ({ id }) => id))
  })
