import { sql } from 'drizzle-orm'
import { ok, refuse, type Result } from '../../../workflows/result.ts'
import { type Actor, act, type Engine, needs } from '../act.ts'
import type { Refusal } from '../refusal.ts'
import { type Page, type Paging, pageOf } from './page.ts'

/** What the back office sees of people and bodies. */

export interface PersonView {
  readonly id: string
  readonly name: string | null
  readonly sex: 'male' | 'female'
  readonly birth: string
  readonly household: string
  readonly part: string
  readonly idLastFour: string
  readonly phone: string | null
}

export const people = (engine: Engine, actor: Actor, { cursor, limit }: Paging): Promise<Result<Page<PersonView>, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk', 'administrator', 'supervisor')
    if (denied) return refuse(denied)
    const rows = await tx.execute<PersonView & Record<string, unknown>>(sql`
      select p.id, d.text as name, p.sex, p.birth::text as birth, h.number as household, p.part, p.id_last_four as "idLastFour", f.text as phone
      from person p join household h on (h.community, h.id) = (p.community, p.household)
      left join disclosure d on (d.community, d.commitment) = (p.community, p.name)
      left join disclosure f on (f.community, f.commitment) = (p.community, p.phone)
      where p.community = ${actor.community} and p.left_on is null and (${cursor ?? null}::uuid is null or p.id > ${cursor ?? null}::uuid)
      order by p.id limit ${limit + 1}`)
    return ok(pageOf(rows, limit, ({ id }) => id))
  })

export interface BodyView {
  readonly kind: string
  readonly seats: number
  readonly voting: number
  readonly groups: Readonly<Record<string, number>>
}

export const bodies = (engine: Engine, actor: Actor): Promise<Result<Page<BodyView>, Refusal>> =>
  act(engine, actor, async (tx) => {
    const rows = await tx.execute<{ kind: string; groups: string[]; voting: boolean; n: number }>(sql`
      select body as kind, groups, voting and in_base as voting, count(*)::int as n from seat
      where community = ${actor.community} and ends_on is null group by 1, 2, 3 order by 1`)
    const kinds = [...new Set(rows.map(({ kind }) => kind))]
    const items = kinds.map((kind) => {
      const own = rows.filter((row) => row.kind === kind)
      const voting = own.filter((row) => row.voting)
      const groups: Record<string, number> = {}
      for (const row of voting) for (const group of row.groups) groups[group] = (groups[group] ?? 0) + row.n
      return { kind, seats: sum(own), voting: sum(voting), groups }
    })
    return ok({ items })
  })

const sum = (rows: readonly { readonly n: number }[]): number => rows.reduce((total, { n }) => total + n, 0)

export interface SeatView {
  readonly person: string
  readonly name: string | null
  readonly office: string
  readonly voting: boolean
  readonly inBase: boolean
  readonly groups: readonly string[]
  readonly from: string
}

export const seats = (engine: Engine, actor: Actor, body: string): Promise<Result<Page<SeatView>, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk', 'administrator', 'supervisor')
    if (denied) return refuse(denied)
    const rows = await tx.execute<SeatView & Record<string, unknown>>(sql`
      select s.person, d.text as name, s.office, s.voting, s.in_base as "inBase", s.groups, s.starts_on::text as "from"
      from seat s join person p on (p.community, p.id) = (s.community, s.person)
      left join disclosure d on (d.community, d.commitment) = (p.community, p.name)
      where s.community = ${actor.community} and s.body = ${body} and s.ends_on is null order by s.id`)
    return ok({ items: [...rows] })
  })
