import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/within.ts'
import type { BodyKind } from '../../workflows/law/provision.ts'
import type { Day } from '../../workflows/rules/days.ts'

/**
 * A meeting that has been called and not ended, on whose roll somebody stands who is to be taken off it. Whoever has moved away
 * stays on the roll of an assembly: moving is no cause to amend it. A roll of owners stands as it was frozen.
 */
export interface RollDue {
  readonly meeting: string
  readonly body: BodyKind
  readonly on: Day
  readonly person: string
  /** The cause by which the roll can be amended. */
  readonly cause: 'died' | 'seat-ended'
}

/** The rolls that are to be amended before the roll call; of some people only, where they are named. */
export const rollsDue = async (tx: Tx, community: string, people?: readonly string[]): Promise<readonly RollDue[]> => {
  const only = people === undefined ? null : JSON.stringify(people)
  const rows = await tx.execute<{
    meeting: string
    body: BodyKind
    on: Day
    person: string
    cause: RollDue['cause']
  }>(sql`
    select meeting, body, day::text as on, person, case when died then 'died' else 'seat-ended' end as cause
    from (
      select m.id as meeting, m.body, m.on_day as day, e.person, m.body in ('village-assembly', 'residents-assembly') as assembly,
        coalesce(m.body = 'city-voters' and m.mode = 'representatives', false) as elected,
        coalesce(p.left_on <= m.on_day, false) as gone,
        exists (select 1 from residence d where d.community = p.community and d.person = p.id and d.ended_by = 'died' and d.ends_on = p.left_on) as died
      from meeting m
      join roll r on (r.community, r.meeting) = (m.community, m.id)
      join roll_entry e on (e.community, e.roll) = (r.community, r.id)
      join person p on (p.community, p.id) = (e.community, e.person)
      where m.community = ${community} and m.outcome is null and m.body <> 'owners'
        and (${only}::text is null or e.person in (select value::uuid from jsonb_array_elements_text(${only}::text::jsonb)))
    ) as enrolled
    where (gone and (died or not assembly)) or (not assembly and not exists (
      select 1 from seat s where s.community = ${community} and s.person = enrolled.person
        and s.body = case when elected then 'residents-representatives' else enrolled.body end and (not elected or 'representatives' = any(s.groups))
        and s.voting and s.in_base and s.starts_on <= day and (s.ends_on is null or s.ends_on > day)))
    order by day, meeting, person`)
  return [...rows]
}
