import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/within.ts'
import type { Day } from '../../workflows/rules/days.ts'

/** A person's row and newest stay. */
export interface KnownPerson {
  readonly id: string
  readonly sex: 'male' | 'female'
  readonly birth: Day
  readonly part: string
  readonly name: string | null
  readonly phone: string | null
  readonly joinedOn: Day
  readonly leftOn: Day | null
  readonly stay: string
  readonly household: string
  readonly since: Day
  readonly endedBy: string | null
}

/** Finds a person of a community by id, or by the keyed hash of the ID number. */
export const personBy = async (
  tx: Tx,
  community: string,
  by: { readonly id: string } | { readonly hash: string },
): Promise<KnownPerson | undefined> => {
  const [known] = await tx.execute<KnownPerson & Record<string, unknown>>(sql`
    select p.id, p.sex, p.birth::text as birth, p.part, n.text as name, t.text as phone, p.joined_on::text as "joinedOn",
      p.left_on::text as "leftOn", d.id as stay, d.household, d.starts_on::text as since, d.ended_by as "endedBy"
    from person p
    join lateral (select * from residence r where r.community = p.community and r.person = p.id 
      order by r.ends_on desc nulls first, r.starts_on desc, r.id desc limit 1) d on true
    left join disclosure n on (n.community, n.commitment) = (p.community, p.name)
    left join disclosure t on (t.community, t.commitment) = (p.community, p.phone)
    where p.community = ${community} and ${'id' in by ? sql`p.id = ${by.id}` : sql`p.id_hash = ${by.hash}`}`)
  return known
}
