import { sql } from 'drizzle-orm'
import { ok, type Result, refuse } from '../../../workflows/result.ts'
import type { Day } from '../../../workflows/rules/days.ts'
import { followLookup } from '../../identity/follow-code.ts'
import { type Actor, act, type Engine, isOffice } from '../act.ts'
import { look, type Reader } from '../look.ts'
import type { Refusal } from '../refusal.ts'
import { type OwnComment, type OwnRow, toldOwn } from './own-comments.ts'

/** A guest's comment and what became of it: held until the office decides, then as any comment. */
export interface GuestCommentView extends OwnComment {
  readonly held: boolean
}

/** What somebody sent who holds its code; another code leads nowhere. */
export const guestComment = (
  engine: Engine,
  reader: Reader,
  code: string,
): Promise<Result<GuestCommentView, Refusal>> =>
  look(engine, reader, async (tx) => {
    const [row] = await tx.execute<OwnRow & { readonly held: boolean }>(sql`
      select g.id, p.id as proposal, p.number, t.text as title, d.text, g.objection, g.received_on::text as "receivedOn",
        coalesce(c.timely, g.received_on <= o.last_day) as timely, c.kept_back as "keptBack", c.answer, c.upheld, r.text as reason,
        c.escalated, g.photo, a.text as alt, (g.withdrawn_at is not null) as withdrawn, o.last_day::text as "lastDay", (o.closed_at is null) as open, (c.id is null) as held,
        case when g.objection and c.id is not null and o.closed_at is null then (
          select s -> 'objections' from adoption y cross join jsonb_array_elements(y.expanded -> 'stages') s
          where (y.community, y.id) = (p.community, p.adoption) and s ->> 'id' = p.stage) end as rule
      from guest_comment g join posting o on (o.community, o.id) = (g.community, g.posting)
      join proposal p on (p.community, p.id) = (o.community, o.proposal)
      left join comment c on (c.community, c.id) = (g.community, g.id)
      left join disclosure t on (t.community, t.commitment) = (p.community, p.title)
      left join disclosure d on (d.community, d.commitment) = (g.community, g.text)
      left join disclosure r on (r.community, r.commitment) = (c.community, c.reason)
      left join disclosure a on (a.community, a.commitment) = (g.community, g.alt)
      where g.community = ${reader.community} and g.code = ${followLookup(engine.keys, code)}`)
    return row ? ok({ ...toldOwn(row), held: row.held }) : refuse({ code: 'not_found', what: 'comment' })
  })

/** What came from a guest and waits for the office. */
export interface HeldComment {
  readonly id: string
  readonly text: string | null
  readonly objection: boolean
  readonly receivedOn: Day
  /** What the photo shows that came with it; null without one. */
  readonly alt: string | null
  readonly photo: string | null
}

/** What guests sent on a posting and the office has not decided on, the oldest first. */
export const heldComments = (
  engine: Engine,
  actor: Actor,
  posting: string,
): Promise<Result<{ readonly items: readonly HeldComment[] }, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    if (!isOffice(rights)) return refuse({ code: 'forbidden', needs: ['clerk', 'supervisor', 'township'] })
    const hung = await tx.execute(sql`select 1 from posting where community = ${actor.community} and id = ${posting}`)
    if (hung.length === 0) return refuse({ code: 'not_found', what: 'posting' })
    const rows = await tx.execute<HeldComment & Record<string, unknown>>(sql`
      select g.id, d.text, g.objection, g.received_on::text as "receivedOn", a.text as alt, g.photo
      from guest_comment g left join disclosure d on (d.community, d.commitment) = (g.community, g.text)
      left join disclosure a on (a.community, a.commitment) = (g.community, g.alt)
      where g.community = ${actor.community} and g.posting = ${posting}
        and g.withdrawn_at is null and not exists (select 1 from comment c where (c.community, c.id) = (g.community, g.id))
      order by g.id limit 200`)
    return ok({ items: [...rows] })
  })
