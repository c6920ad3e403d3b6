import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/within.ts'
import type { BodyKind } from '../../workflows/law/provision.ts'
import type { Day } from '../../workflows/rules/days.ts'
import { listRoot } from '../../workflows/verify.ts'
import { sha256 } from '../record/sha256.ts'

/** One person on a roll, with the groups of it that provisions speak of. */
export interface RollMember {
  readonly person: string
  readonly groups: string[]
}

/** The hash of a list of members or of people, sorted as the record keeps it. */
export const rootOf = (list: readonly unknown[]): string => listRoot(sha256, list)

/** How many of a list stand in each group of the roll. */
export const groupCounts = (members: readonly RollMember[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const { groups } of members) for (const group of groups) counts[group] = (counts[group] ?? 0) + 1
  return counts
}

/** Who is entitled: the body's voting seats on the day of calling; for an assembly the adults of the meeting day, or one of each household. */
export const rollOn = async (
  tx: Tx,
  community: string,
  { body, mode }: { readonly body: BodyKind; readonly mode?: 'persons' | 'households' | undefined },
  sentOn: Day,
  on: Day,
): Promise<RollMember[]> => {
  const assembly = body === 'village-assembly' || body === 'residents-assembly'
  const rows = assembly
    ? await tx.execute<{ person: string; groups: string[] }>(sql`
        select ${mode === 'households' ? sql`distinct on (d.household)` : sql``} p.id as person,
          case when p.sex = 'female' then array['women'] else '{}'::text[] end as groups
        from person p join residence d on (d.community, d.person) = (p.community, p.id)
        where p.community = ${community} and d.starts_on <= ${sentOn} and (d.ends_on is null or d.ends_on > ${sentOn})
          and p.birth + interval '18 years' <= ${on}::date
        ${mode === 'households' ? sql`order by d.household, p.id` : sql``}`)
    : await tx.execute<{ person: string; groups: string[] }>(sql`
        select person, groups from seat
        where community = ${community} and body = ${body} and voting and in_base
          and starts_on <= ${sentOn} and (ends_on is null or ends_on > ${sentOn})`)
  return rows
    .map(({ person, groups }) => ({ person, groups: [...groups].sort() }))
    .sort((a, b) => (a.person < b.person ? -1 : 1))
}
