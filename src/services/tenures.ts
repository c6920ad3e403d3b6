import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/within.ts'
import type { Day } from '../../workflows/rules/days.ts'

/** Who owns a unit, from when to when. */
export interface Tenure {
  readonly [column: string]: unknown
  readonly unit: string
  readonly number: string
  /** 0.01 m². */
  readonly area: number
  readonly owner: string
  readonly developer: boolean
  readonly from: Day
  readonly until: Day | null
}

/** Every tenure that runs on a day or begins after it; each unit has one that is still open. */
export const tenuresFrom = async (tx: Tx, community: string, day: Day): Promise<readonly Tenure[]> => {
  const rows = await tx.execute<Omit<Tenure, 'area'> & { area: string }>(sql`
    select t.unit, u.number, u.area::text as area, t.owner, t.developer, t.starts_on::text as from, t.ends_on::text as until
    from tenure t join unit u on (u.community, u.id) = (t.community, t.unit)
    where t.community = ${community} and (t.ends_on is null or t.ends_on > ${day}) order by t.unit, t.starts_on`)
  return rows.map(({ area, ...row }) => ({ ...row, area: Number(area) }) as Tenure)
}

/** Somebody who may own, and the day of death where that is known. */
export interface Ownable {
  readonly id: string
  readonly diedOn: Day | null
}

/** Finds people by their ids, or by the keyed hashes of their ID numbers: who moved away may own a unit still. */
export const ownableBy = async (
  tx: Tx,
  community: string,
  by: 'id' | 'id_hash',
  keys: readonly string[],
): Promise<ReadonlyMap<string, Ownable>> => {
  const key = by === 'id' ? sql`p.id::text` : sql`p.id_hash`
  const rows = await tx.execute<{ key: string; id: string; diedOn: Day | null }>(sql`
    select ${key} as key, p.id, (select d.ends_on::text from residence d where d.community = p.community and d.person = p.id
      and d.ended_by = 'died' and d.ends_on = p.left_on limit 1) as "diedOn"
    from person p where p.community = ${community}
      and ${key} in (select value from jsonb_array_elements_text(${JSON.stringify(keys)}::text::jsonb))`)
  return new Map(rows.map(({ key, id, diedOn }) => [key, { id, diedOn }]))
}

/** Who owns as what, as far as the developer's one head asks: nobody is counted both as the developer and as a buyer. */
type Owning = Pick<Tenure, 'owner' | 'developer'>

/** Why somebody cannot own beside those who own then. */
export const clashOf = (
  { owner, developer }: Owning,
  others: readonly Owning[],
): 'developer_also_buyer' | 'developer_by_two' | undefined => {
  if (others.some((one) => one.owner === owner && one.developer !== developer)) return 'developer_also_buyer'
  return developer && others.some((one) => one.developer && one.owner !== owner) ? 'developer_by_two' : undefined
}
