import { sql } from 'drizzle-orm'
import { ok, type Result, refuse } from '../../../workflows/result.ts'
import { dayOf } from '../../../workflows/rules/days.ts'
import { absenceRulesIn, absencesDueIn } from '../absences.ts'
import { type Actor, act, type Engine, needs } from '../act.ts'
import { demandsIn } from '../demands.ts'
import type { Refusal } from '../refusal.ts'
import { rollsDue } from '../rolls-due.ts'

/** One thing that waits for the committee, and since or until when. */
export interface Due {
  readonly what:
    | 'posting-over'
    | 'comment-unanswered'
    | 'objection-undecided'
    | 'guest-comment-held'
    | 'meeting-not-ended'
    | 'meeting-demanded'
    | 'attestation-waiting'
    | 'topic-unanswered'
    | 'order-open'
    | 'roll-to-amend'
    | 'seat-by-absences'
  readonly id: string
  readonly proposal: string | null
  readonly day: string
}

const topicDays = 30

/** What needs doing today, the longest overdue first: computed when it is asked for, so that nothing waits on a timer. */
export const dues = (engine: Engine, actor: Actor): Promise<Result<{ readonly items: readonly Due[] }, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk', 'supervisor', 'administrator')
    if (denied) return refuse(denied)
    const { community } = actor
    const now = await engine.clock(tx, undefined)
    const today = dayOf(now)
    const rows = await tx.execute<Due & Record<string, unknown>>(sql`
      select 'posting-over' as what, id, proposal, last_day::text as day from posting
        where community = ${community} and closed_at is null and last_day < ${today}
      union all
      select case when c.objection then 'objection-undecided' else 'comment-unanswered' end, c.id, o.proposal, c.received_on::text
        from comment c join posting o on (o.community, o.id) = (c.community, c.posting)
        where c.community = ${community} and o.closed_at is null and c.timely and c.admitted
          and case when c.objection then c.upheld is null else c.answer is null end
      union all
      select 'guest-comment-held', g.id, o.proposal, g.received_on::text
        from guest_comment g join posting o on (o.community, o.id) = (g.community, g.posting)
        where g.community = ${community} and o.closed_at is null
          and g.withdrawn_at is null and not exists (select 1 from comment c where (c.community, c.id) = (g.community, g.id))
      union all
      select 'meeting-not-ended', id, null, on_day::text from meeting
        where community = ${community} and outcome is null and on_day < ${today}
      union all
      select 'attestation-waiting', id, proposal, (entered_at at time zone interval '8 hours')::date::text from attestation
        where community = ${community} and outcome is null
      union all
      select 'topic-unanswered', id, null, raised_on::text from topic
        where community = ${community} and proposal is null and answer is null and merged_into is null and not split and withdrawn_at is null
          and raised_on < ${today}::date - ${topicDays}::int
      union all
      select 'order-open', (said ->> 'order')::uuid, substr(chain, 10)::uuid, said ->> 'dueOn'
        from (select chain, convert_from(bytes, 'UTF8')::jsonb -> 'data' as said from entry
          where community = ${community} and kind = 'correction.ordered') ordered
        where not exists (select 1 from entry e where e.community = ${community} and e.kind = 'correction.reported'
          and convert_from(e.bytes, 'UTF8')::jsonb -> 'data' ->> 'order' = said ->> 'order')
      order by day, what, id limit 1000`)
    const demanded = (await demandsIn(tx, community, today)).flatMap((demand): Due[] =>
      demand.met && demand.meeting === null
        ? [{ what: 'meeting-demanded', id: demand.id, proposal: null, day: demand.openedAt.slice(0, 10) }]
        : [],
    )
    const rolls = new Map(
      (await rollsDue(tx, community)).map(({ meeting, on }): [string, Due] => [
        meeting,
        { what: 'roll-to-amend', id: meeting, proposal: null, day: on },
      ]),
    )
    const absent = await absencesDueIn(tx, community, await absenceRulesIn(tx, community, today), today)
    const seats = absent.map(
      ({ person, since }): Due => ({ what: 'seat-by-absences', id: person, proposal: null, day: since }),
    )
    return ok({
      items: [...rows, ...demanded, ...rolls.values(), ...seats].sort((a, b) =>
        a.day < b.day ? -1 : a.day > b.day ? 1 : 0,
      ),
    })
  })
