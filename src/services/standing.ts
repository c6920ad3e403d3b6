import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/within.ts'
import type { Day } from '../../workflows/rules/days.ts'
import type { HeldMeeting } from './meetings.ts'

/** A member of a roll, and who came for that member if it is somebody else. */
export interface StandsFor {
  readonly came: string
  readonly member: string
}

/**
 * For which members of the roll some people are there: each for himself, for those whose proxy he is, and, where an
 * assembly meets by households, any adult for the member of the household. Whoever is there for nobody is not on
 * the list; whoever is there for himself stands last on it.
 */
export const standsFor = async (
  tx: Tx,
  community: string,
  { meeting, roll }: Pick<HeldMeeting, 'meeting' | 'roll'>,
  people: readonly string[],
  today: Day,
): Promise<readonly StandsFor[]> => {
  const rows = await tx.execute<StandsFor & Record<string, unknown>>(sql`
    with came as (
      select value::uuid as id, n from jsonb_array_elements_text(${JSON.stringify(people)}::text::jsonb) with ordinality as x(value, n)
    ), may as materialized (
      select came.id as came, came.n, m.person
      from came cross join stands_for(${community}::uuid, ${roll}::uuid, ${meeting}::uuid, came.id, ${today}::date) m
    )
    select may.came, e.person as member
    from (select id as came, n, id as person from came union select came, n, person from may) may
    join roll_entry e on e.community = ${community} and e.roll = ${roll} and e.person = may.person order by may.n`)
  return [...rows].sort((a, b) => Number(a.came === a.member) - Number(b.came === b.member))
}
