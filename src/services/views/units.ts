import { sql } from 'drizzle-orm'
import { ok, type Result, refuse } from '../../../workflows/result.ts'
import type { Day } from '../../../workflows/rules/days.ts'
import { type Actor, act, type Engine, needs } from '../act.ts'
import type { Refusal } from '../refusal.ts'
import { type Page, type Paging, pageOf } from './page.ts'

export interface UnitView {
  readonly id: string
  readonly number: string
  /** 0.01 m². */
  readonly area: number
  readonly owner: string
  readonly name: string | null
  readonly developer: boolean
  readonly since: Day
}

/** Units with who owns each now: what somebody owns is for the office to see. */
export const units = (
  engine: Engine,
  actor: Actor,
  { cursor, limit }: Paging,
): Promise<Result<Page<UnitView>, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk', 'administrator', 'supervisor')
    if (denied) return refuse(denied)
    const rows = await tx.execute<Omit<UnitView, 'area'> & { readonly area: string } & Record<string, unknown>>(sql`
      select u.id, u.number, u.area::text as area, t.owner, n.text as name, t.developer, t.starts_on::text as since
      from unit u join tenure t on (t.community, t.unit) = (u.community, u.id) and t.ends_on is null
      join person p on (p.community, p.id) = (t.community, t.owner)
      left join disclosure n on (n.community, n.commitment) = (p.community, p.name)
      where u.community = ${actor.community} and (${cursor ?? null}::uuid is null or u.id > ${cursor ?? null}::uuid)
      order by u.id limit ${limit + 1}`)
    return ok(
      pageOf(
        rows.map(({ area, ...row }) => ({ ...row, area: Number(area) })),
        limit,
        ({ id }) => id,
      ),
    )
  })
