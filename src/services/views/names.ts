import { sql } from 'drizzle-orm'
import type { Tx } from '../../../db/within.ts'

export type Names = Readonly<Record<string, string | null>>

/** The names of people by their ids; an id that is nobody's has none. */
export const namesOf = async (tx: Tx, community: string, ids: readonly string[]): Promise<Names> => {
  if (ids.length === 0) return {}
  const rows = await tx.execute<{ id: string; name: string | null }>(sql`
    select p.id, d.text as name from person p
    left join disclosure d on (d.community, d.commitment) = (p.community, p.name)
    where p.community = ${community}
      and p.id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify([...new Set(ids)])}::text::jsonb))`)
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]))
}

/** Everybody who sits in some body today, by name: who may be a teller. */
export const seatedOn = async (tx: Tx, community: string, today: string): Promise<Names> => {
  const rows = await tx.execute<{ person: string }>(sql`
    select distinct person from seat where community = ${community} and starts_on <= ${today} and (ends_on is null or ends_on > ${today})`)
  return namesOf(
    tx,
    community,
    rows.map(({ person }) => person),
  )
}
