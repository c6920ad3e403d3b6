import { sql } from 'drizzle-orm'
import { filingFor, matters } from '../../../workflows/law/matters.ts'
import { ok, type Result, refuse } from '../../../workflows/result.ts'
import { type Day, dayOf } from '../../../workflows/rules/days.ts'
import { type Actor, act, type Engine, needs } from '../act.ts'
import type { Refusal } from '../refusal.ts'

export interface OversightReport {
  readonly from: Day
  readonly to: Day
  readonly opened: number
  readonly ended: Readonly<Record<string, number>>
  readonly adopted: number
  /** What is behind today, whenever it began: postings and publications past their last day, comments on them without answer… */
  readonly overdue: {
    readonly postings: number
    readonly publications: number
    readonly comments: number
    readonly topics: number
    readonly attestations: number
    /** Orders of the office above (责令改正) past their day. */
    readonly orders: number
    /** Decisions that the law has filed (备案) and that are not. */
    readonly filings: number
  }
}

const monthBack = 31

/** The matters whose decisions the law of a day has filed, and with whom. */
const filedOn = (day: Day) =>
  matters.flatMap(({ id }) => {
    const filing = filingFor(id, day)
    return filing ? [{ matter: id, office: filing.with }] : []
  })

/** What a township or the supervision committee looks at first: how much was opened, decided and ended, and what is behind. */
export const oversightReport = (
  engine: Engine,
  actor: Actor,
  cmd: { readonly from: Day; readonly to: Day },
): Promise<Result<OversightReport, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'township', 'supervisor', 'clerk', 'administrator')
    if (denied) return refuse(denied)
    const { community } = actor
    const now = await engine.clock(tx, undefined)
    const today = dayOf(now)
    const old = dayOf(new Date(now.getTime() - monthBack * 86_400_000))
    const on = (column: 'opened_at' | 'moved_at' | 'closed_at') =>
      sql`(${sql.raw(column)} at time zone interval '8 hours')::date between ${cmd.from} and ${cmd.to}`
    const carries = sql`b.carried and b.motion in ('agree', 'agree-amended') and exists (
      select 1 from jsonb_array_elements(a.expanded -> 'stages') s where s ->> 'id' = b.stage and (s ->> 'final')::boolean)`
    const ends = await tx.execute<{ ending: string; n: number }>(sql`
      select ending, count(*)::int as n from proposal
      where community = ${community} and ending is not null and ${on('moved_at')} group by ending order by ending`)
    const [counts] = await tx.execute<Record<string, number>>(sql`
      with adopted as (
        select p.id, p.matter, p.ending, b.closed_at
        from ballot b join proposal p on (p.community, p.id) = (b.community, b.proposal)
        join adoption a on (a.community, a.id) = (p.community, p.adoption)
        where b.community = ${community} and ${carries}),
      over as (
        select id, sort from posting where community = ${community} and closed_at is null and last_day < ${today})
      select
        (select count(*)::int from proposal where community = ${community} and ${on('opened_at')}) as opened,
        (select count(distinct id)::int from adopted where ${on('closed_at')}) as adopted,
        (select count(*)::int from over where sort = 'posting') as postings,
        (select count(*)::int from over where sort = 'publication') as publications,
        (select count(*)::int from comment c join over on over.id = c.posting
          where c.community = ${community} and c.timely and c.admitted
            and case when c.objection then c.upheld is null else c.answer is null end) as comments,
        (select count(*)::int from topic where community = ${community} and raised_on < ${old}
          and proposal is null and answer is null and merged_into is null and not split and withdrawn_at is null) as topics,
        (select count(*)::int from attestation where community = ${community} and outcome is null) as attestations,
        (select count(*)::int from (
          select convert_from(bytes, 'UTF8')::jsonb -> 'data' as said from entry
          where community = ${community} and kind = 'correction.ordered') ordered
          where said ->> 'dueOn' < ${today} and not exists (
            select 1 from entry e where e.community = ${community} and e.kind = 'correction.reported'
              and convert_from(e.bytes, 'UTF8')::jsonb -> 'data' ->> 'order' = said ->> 'order')) as orders,
        (select count(distinct adopted.id)::int from adopted
          join jsonb_to_recordset(${JSON.stringify(filedOn(today))}::text::jsonb) as f(matter text, office text)
            on f.matter = adopted.matter
          where adopted.ending is null and not exists (
            select 1 from entry e where e.community = ${community} and e.chain = 'proposal/' || adopted.id
              and e.kind = 'filing.reported' and convert_from(e.bytes, 'UTF8')::jsonb -> 'data' ->> 'with' = f.office)) as filings`)
    const of = (name: string): number => counts?.[name] ?? 0
    return ok({
      from: cmd.from,
      to: cmd.to,
      opened: of('opened'),
      adopted: of('adopted'),
      ended: Object.fromEntries(ends.map(({ ending, n }) => [ending, n])),
      overdue: {
        postings: of('postings'),
        publications: of('publications'),
        comments: of('comments'),
        topics: of('topics'),
        attestations: of('attestations'),
        orders: of('orders'),
        filings: of('filings'),
      },
    })
  })
