import { sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { BodyKind } from '../../workflows/law/provision.ts'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { type Day, dayOf } from '../../workflows/rules/days.ts'
import { add, communityChain, hold, nextEntry, write } from '../record/chains.ts'
import { disclose, sealText } from '../record/texts.ts'
import { type Actor, act, type Engine, isOffice, needs } from './act.ts'
import type { Refusal } from './refusal.ts'

/** 党组织研究讨论: one discussion of the party body, recorded once, which every case that it covers may cite. */
export const recordDiscussion = (
  engine: Engine,
  actor: Actor,
  cmd: { readonly body: BodyKind; readonly heldOn: Day; readonly agreed: boolean; readonly text: string },
): Promise<Result<{ readonly discussion: string }, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk')
    if (denied) return refuse(denied)
    const { community } = actor
    const chain = await hold(tx, engine.clock, community, communityChain)
    const body = await tx.execute(sql`select 1 from body where community = ${community} and kind = ${cmd.body}`)
    const party = cmd.body === 'party-committee' || cmd.body === 'party-assembly'
    if (!chain || body.length === 0 || !party) return refuse({ code: 'not_found', what: 'body' })
    const today = dayOf(chain.at)
    if (cmd.heldOn > today) return refuse({ code: 'day_in_future', day: cmd.heldOn, today })
    const discussion = uuidv7()
    const text = sealText(cmd.text)
    const { heldOn, agreed } = cmd
    const data = { discussion, body: cmd.body, heldOn, agreed, text: text.commitment }
    add(chain, nextEntry(chain, { kind: 'discussion.recorded', actor: actor.account, data }))
    await disclose(tx, community, [text])
    await write(tx, engine.keys, chain)
    await tx.execute(sql`
      insert into discussion (community, id, body, held_on, agreed, text, recorded_at)
      values (${community}, ${discussion}, ${cmd.body}, ${heldOn}, ${agreed}, ${text.commitment}, ${chain.at.toISOString()}::timestamptz)`)
    return ok({ discussion })
  })

export interface DiscussionView {
  readonly id: string
  readonly body: string
  readonly heldOn: string
  readonly agreed: boolean
  /** The minutes, for the office. */
  readonly text: string | null
  /** The proposals that cite it. */
  readonly citedBy: readonly string[]
}

/** The party organisation's discussions, newest first, with the cases that cite each. */
export const discussions = (
  engine: Engine,
  actor: Actor,
): Promise<Result<{ readonly items: readonly DiscussionView[] }, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const office = isOffice(rights)
    const rows = await tx.execute<DiscussionView & Record<string, unknown>>(sql`
      select d.id, d.body, d.held_on::text as "heldOn", d.agreed, case when ${office} then t.text end as text,
        coalesce((select jsonb_agg(distinct substr(e.chain, 10)) from entry e
          where e.community = d.community and e.kind = 'party-discussion.filed'
            and convert_from(e.bytes, 'UTF8')::jsonb -> 'data' ->> 'discussion' = d.id::text), '[]'::jsonb) as "citedBy"
      from discussion d left join disclosure t on (t.community, t.commitment) = (d.community, d.text)
      where d.community = ${actor.community} order by d.held_on desc, d.id desc limit 500`)
    return ok({ items: [...rows] })
  })
