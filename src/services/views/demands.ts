import { sql } from 'drizzle-orm'
import type { Tx } from '../../../db/within.ts'
import { demandsOn } from '../../../workflows/law/all.ts'
import type { BodyKind, DemandGroup } from '../../../workflows/law/provision.ts'
import { ok, type Result, refuse } from '../../../workflows/result.ts'
import { dayOf } from '../../../workflows/rules/days.ts'
import { type Actor, act, type Engine, needs, type Rights } from '../act.ts'
import { type DemandView, demandsIn } from '../demands.ts'
import type { Refusal } from '../refusal.ts'

/** A demand as whoever is signed in meets it. */
export type DemandMet = DemandView & {
  /** How many have signed, whether or not they still count. */
  readonly signed: number
  /** Whether the reader has. */
  readonly mine: boolean
}

/** Who may demand which meeting here, and by what share. */
export interface Demandable {
  readonly body: BodyKind
  readonly of: DemandGroup
  readonly atLeast: readonly [number, number]
  readonly cite: string
}

const signedBy = async (
  tx: Tx,
  community: string,
  { person }: Rights,
): Promise<ReadonlyMap<string, { readonly signed: number; readonly mine: boolean }>> => {
  const rows = await tx.execute<{ demand: string; signed: number; mine: boolean }>(sql`
    select demand, count(*)::int as signed, coalesce(bool_or(person = ${person ?? null}::uuid), false) as mine
    from demand_signature where community = ${community} and withdrawn_at is null group by demand`)
  return new Map(rows.map(({ demand, ...counted }) => [demand, counted]))
}

const met = async (tx: Tx, community: string, rights: Rights, views: readonly DemandView[]) => {
  const signed = await signedBy(tx, community, rights)
  return views.map((view): DemandMet => ({ ...view, ...(signed.get(view.id) ?? { signed: 0, mine: false }) }))
}

/** Every demand, and what may be demanded of the bodies that there are. */
export const demandsMet = (
  engine: Engine,
  actor: Actor,
): Promise<Result<{ readonly items: readonly DemandMet[]; readonly admitted: readonly Demandable[] }, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const { community } = actor
    const day = dayOf(await engine.clock(tx, undefined))
    const bodies = await tx.execute<{ kind: BodyKind }>(sql`
      select kind from body where community = ${community} order by kind`)
    const admitted = bodies.flatMap(({ kind: body }) => {
      const several = demandsOn(body, day).map(({ of, atLeast, cite }): Demandable => ({ body, of, atLeast, cite }))
      // Persons and households are two provisions with the same right to demand.
      return several.filter((one, n) => several.findIndex(({ of }) => of === one.of) === n)
    })
    return ok({ items: await met(tx, community, rights, await demandsIn(tx, community, day)), admitted })
  })

export interface OneDemand extends DemandMet {
  /** By name, for the office alone. */
  readonly signers: readonly { readonly person: string; readonly name: string | null }[] | null
}

/** One demand; who signed is the office's to see. */
export const oneDemand = (engine: Engine, actor: Actor, id: string): Promise<Result<OneDemand, Refusal>> =>
  act<OneDemand>(engine, actor, async (tx, rights) => {
    const { community } = actor
    const views = await demandsIn(tx, community, dayOf(await engine.clock(tx, undefined)), id)
    const [demand] = await met(tx, community, rights, views)
    if (!demand) return refuse({ code: 'not_found', what: 'demand' })
    if (needs(rights, 'clerk', 'supervisor')) return ok({ ...demand, signers: null })
    const signers = await tx.execute<{ person: string; name: string | null }>(sql`
      select s.person, d.text as name from demand_signature s
      join person p on (p.community, p.id) = (s.community, s.person)
      left join disclosure d on (d.community, d.commitment) = (p.community, p.name)
      where s.community = ${community} and s.demand = ${id} and s.withdrawn_at is null order by s.signed_at, s.person`)
    return ok({ ...demand, signers: [...signers] })
  })
