import { sql } from 'drizzle-orm'
import type { BodyKind } from '../../../workflows/law/provision.ts'
import { ok, type Result, refuse } from '../../../workflows/result.ts'
import { addDays, type Day } from '../../../workflows/rules/days.ts'
import { type Actor, act, type Engine } from '../act.ts'
import type { Refusal } from '../refusal.ts'
import { type Page, type Paging, pageOf } from './page.ts'

/** What somebody said on a posting, and what became of it. */
export interface OwnComment {
  readonly id: string
  readonly proposal: string
  readonly number: number
  readonly title: string | null
  readonly text: string | null
  readonly objection: boolean
  /** What the photo shows that came with it; null where that was erased, absent without a photo. */
  readonly photo?: string | null
  readonly receivedOn: Day
  /** False where it came after the last day, and need not be answered. */
  readonly timely: boolean
  /** The published reason for which it is kept back. */
  readonly keptBack: string | null
  /** True once it was taken back: it is shown to nobody else. */
  readonly withdrawn: boolean
  readonly answer: 'adopted' | 'partly' | 'not-adopted' | null
  readonly upheld: boolean | null
  readonly reason: string | null
  readonly escalated: 'township' | 'sub-district' | null
  readonly posting: { readonly lastDay: Day; readonly open: boolean }
  /** Of an objection: who decides it, and by which day. */
  readonly decides?: { readonly by: BodyKind; readonly until: Day }
}

/** The same as it is read. */
export type OwnRow = Omit<OwnComment, 'photo' | 'posting' | 'decides'> &
  Record<string, unknown> & {
    readonly photo: string | null
    readonly alt: string | null
    readonly lastDay: Day
    readonly open: boolean
    readonly rule: { readonly decidedBy: BodyKind; readonly days: number } | null
  }

/** Comments by one's own name with what became of each; of an objection the rule of the stage in which it is decided. */
const own = ({ community }: Actor, person: string | undefined, { id, proposal, cursor, limit }: Asked) => sql`
  select c.id, p.id as proposal, p.number, t.text as title, d.text, c.objection, c.received_on::text as "receivedOn", c.timely,
    c.kept_back as "keptBack", (c.withdrawn_at is not null) as withdrawn, c.answer, c.upheld, r.text as reason, c.escalated, c.photo, a.text as alt,
    o.last_day::text as "lastDay", (o.closed_at is null) as open,
    case when c.objection and o.closed_at is null then (
      select s -> 'objections' from adoption y cross join jsonb_array_elements(y.expanded -> 'stages') s
      where (y.community, y.id) = (p.community, p.adoption) and s ->> 'id' = p.stage) end as rule
  from comment c join posting o on (o.community, o.id) = (c.community, c.posting)
  join proposal p on (p.community, p.id) = (o.community, o.proposal)
  left join disclosure t on (t.community, t.commitment) = (p.community, p.title)
  left join disclosure d on (d.community, d.commitment) = (c.community, c.text)
  left join disclosure r on (r.community, r.commitment) = (c.community, c.reason)
  left join disclosure a on (a.community, a.commitment) = (c.community, c.alt)
  where c.community = ${community} and c.author = ${person ?? null}::uuid
    and (${id ?? null}::uuid is null or c.id = ${id ?? null}::uuid)
    and (${proposal ?? null}::uuid is null or p.id = ${proposal ?? null}::uuid)
    and (${cursor ?? null}::uuid is null or c.id < ${cursor ?? null}::uuid)
  order by c.id desc limit ${limit + 1}`

type Asked = Paging & { readonly id?: string; readonly proposal?: string }

export const toldOwn = ({ photo, alt, lastDay, open, rule, ...row }: OwnRow): OwnComment => ({
  ...row,
  ...(photo === null ? {} : { photo: alt }),
  posting: { lastDay, open },
  ...(rule ? { decides: { by: rule.decidedBy, until: addDays(row.receivedOn, rule.days) } } : {}),
})

/** One's own comments, on one proposal or on all, with their answers, the newest first. */
export const ownComments = (
  engine: Engine,
  actor: Actor,
  asked: Paging & { readonly proposal?: string },
): Promise<Result<Page<OwnComment>, Refusal>> =>
  act(engine, actor, async (tx, { person }) => {
    const rows = await tx.execute<OwnRow>(own(actor, person, asked))
    return ok(pageOf(rows.map(toldOwn), asked.limit, ({ id }) => id))
  })

/** One comment of one's own; another's is not there. */
export const ownComment = (engine: Engine, actor: Actor, id: string): Promise<Result<OwnComment, Refusal>> =>
  act(engine, actor, async (tx, { person }) => {
    const [row] = await tx.execute<OwnRow>(own(actor, person, { id, limit: 1 }))
    return row ? ok(toldOwn(row)) : refuse({ code: 'not_found', what: 'comment' })
  })
