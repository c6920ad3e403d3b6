import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/within.ts'
import type { BodyKind, Mode } from '../../workflows/law/provision.ts'
import type { Day } from '../../workflows/rules/days.ts'
import { listRoot, type Members, rollStated, seatedBy, seatsBehind } from '../../workflows/verify.ts'
import { sha256 } from '../record/sha256.ts'

/** One person on a roll: the groups that provisions speak of, and for whom or with what weight they stand there. */
export type RollMember = Members[number]

/** The hash of a list of members or of people, sorted as the record keeps it. */
export const rootOf = (list: readonly unknown[]): string => listRoot(sha256, list)

/** A roll as the record states it: its root, and how many stand on it in each group and measure. */
export const statedOf = (members: Members) => rollStated(members, sha256)

interface RollRow {
  readonly [column: string]: unknown
  readonly person: string
  readonly groups: string[]
  readonly household: string | null
  readonly area: string | null
  readonly represented: number | null
}

/** The members on a stored roll, as the record has them. */
export const membersOn = async (tx: Tx, community: string, roll: string): Promise<RollMember[]> => {
  const rows = await tx.execute<RollRow>(sql`
    select person, groups, household, area::text as area, represented from roll_entry
    where community = ${community} and roll = ${roll} order by person`)
  return rows.map(({ person, groups, household, area, represented }) => ({
    person,
    groups: [...groups],
    ...(household === null ? {} : { household }),
    ...(area === null ? {} : { area: Number(area) }),
    ...(represented === null ? {} : { represented }),
  }))
}

/** Puts members on a stored roll. */
export const enrol = async (tx: Tx, community: string, roll: string, members: Members): Promise<void> => {
  await tx.execute(sql`
    insert into roll_entry (community, roll, person, groups, household, area, represented)
    select ${community}::uuid, ${roll}::uuid, person, groups, household, area, represented
    from jsonb_to_recordset(${JSON.stringify(members)}::text::jsonb)
      as r(person uuid, groups text[], household uuid, area bigint, represented int)`)
}

/**
 * Who is entitled: the body's voting seats on the day of calling, of voters on the day of the election; for an assembly the adults of the meeting day, or one of each
 * household; of owners each with the area of all that is theirs on the day of calling.
 */
export const rollOn = async (
  tx: Tx,
  community: string,
  { body, mode }: { readonly body: BodyKind; readonly mode?: Mode | undefined },
  sentOn: Day,
  on: Day,
): Promise<RollMember[]> => {
  if (body === 'owners') return ownersOn(tx, community, sentOn)
  const behind = seatsBehind(body, mode)
  // Whoever comes of age by the day of an election is registered from that birthday on.
  const entitledOn = seatedBy(body, { sentOn, on })
  const rows = behind
    ? await tx.execute<{ person: string; groups: string[]; household?: string; represents?: number | null }>(sql`
        select person, groups, represents from seat
        where community = ${community} and body = ${behind.body} and voting and in_base
          and (${behind.group ?? null}::text is null or ${behind.group ?? null} = any(groups))
          and starts_on <= ${entitledOn} and (ends_on is null or ends_on > ${entitledOn})`)
    : await tx.execute<{ person: string; groups: string[]; household?: string; represents?: number | null }>(sql`
        select ${mode === 'households' ? sql`distinct on (d.household) d.household,` : sql``} p.id as person,
          case when p.sex = 'female' then array['women'] else '{}'::text[] end as groups
        from person p join residence d on (d.community, d.person) = (p.community, p.id)
        where p.community = ${community} and d.starts_on <= ${sentOn} and (d.ends_on is null or d.ends_on > ${sentOn})
          and p.birth + interval '18 years' <= ${on}::date
        ${mode === 'households' ? sql`order by d.household, p.id` : sql``}`)
  return rows
    .map(({ person, groups, household, represents }) => ({
      person,
      groups: [...groups].sort(),
      ...(household === undefined ? {} : { household }),
      ...(represents === undefined || represents === null ? {} : { represented: represents }),
    }))
    .sort((a, b) => (a.person < b.person ? -1 : 1))
}

/** One member an owner, however many units; the developer's together are one, by the person who represents it. */
const ownersOn = async (tx: Tx, community: string, day: Day): Promise<RollMember[]> => {
  const rows = await tx.execute<{ person: string; area: string }>(sql`
    select t.owner as person, sum(u.area)::text as area
    from tenure t join unit u on (u.community, u.id) = (t.community, t.unit)
    where t.community = ${community} and t.starts_on <= ${day} and (t.ends_on is null or t.ends_on > ${day})
    group by t.owner order by t.owner`)
  return rows.map(({ person, area }) => ({ person, groups: [], area: Number(area) }))
}
