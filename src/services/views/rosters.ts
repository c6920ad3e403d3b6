import { sql } from 'drizzle-orm'
import type { AbsenceRule } from '../../../workflows/law/absences.ts'
import type { BodyKind } from '../../../workflows/law/provision.ts'
import { ok, type Result, refuse } from '../../../workflows/result.ts'
import { type Day, dayOf } from '../../../workflows/rules/days.ts'
import { type AbsenceDue, absenceRulesIn, absencesDueIn } from '../absences.ts'
import { type Actor, act, type Engine, needs, type Rights } from '../act.ts'
import type { Refusal } from '../refusal.ts'
import { rollOn, statedOf } from '../rolls.ts'
import { type RollDue, rollsDue } from '../rolls-due.ts'
import { namesOf } from './names.ts'
import { type Page, type Paging, pageOf } from './page.ts'

/** What the roster says of a day, and what it makes due. */

const office = ['clerk', 'administrator', 'supervisor'] as const
const ofOffice = (rights: Rights): boolean => needs(rights, ...office) === undefined

export interface EntitledOn {
  readonly body: BodyKind
  readonly on: Day
  readonly mode?: 'persons' | 'households'
  /** Persons, or households where they are counted. */
  readonly entitled: number
  readonly groups: Readonly<Record<string, number>>
  /** What is weighed besides: of owners their area in 0.01 m². */
  readonly measures?: { readonly area?: number; readonly represented?: number }
  /** Seen by the office only. */
  readonly members?: readonly {
    readonly person: string
    readonly name: string | null
    readonly groups: readonly string[]
  }[]
}

/** Who was, is or would be entitled in a body on a day; today where none is given. */
export const entitledOn = (
  engine: Engine,
  actor: Actor,
  body: BodyKind,
  cmd: { readonly on?: Day | undefined; readonly mode?: 'persons' | 'households' | undefined },
): Promise<Result<EntitledOn, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const { community } = actor
    const known = await tx.execute(sql`select 1 from body where community = ${community} and kind = ${body}`)
    if (known.length === 0) return refuse({ code: 'not_found', what: 'body' })
    const on = cmd.on ?? dayOf(await engine.clock(tx, undefined))
    const assembly = body === 'village-assembly' || body === 'residents-assembly'
    const mode = assembly ? { mode: cmd.mode ?? ('persons' as const) } : {}
    const roll = await rollOn(tx, community, { body, ...mode }, on, on)
    const { entitled, groups, measures } = statedOf(roll)
    const counts = { body, on, ...mode, entitled, groups, ...(measures ? { measures } : {}) }
    if (!ofOffice(rights)) return ok(counts)
    const names = await tx.execute<{ id: string; name: string | null }>(sql`
      select p.id, d.text as name from person p
      left join disclosure d on (d.community, d.commitment) = (p.community, p.name)
      where p.community = ${community}
        and p.id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(roll.map(({ person }) => person))}::text::jsonb))`)
    const nameOf = new Map(names.map(({ id, name }) => [id, name]))
    return ok({ ...counts, members: roll.map((one) => ({ ...one, name: nameOf.get(one.person) ?? null })) })
  })

export interface HouseholdView {
  readonly id: string
  readonly number: string
  readonly members: readonly { readonly person: string; readonly name: string | null }[]
}

/** Households with who belongs to them today. */
export const households = (
  engine: Engine,
  actor: Actor,
  { cursor, limit }: Paging,
): Promise<Result<Page<HouseholdView>, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, ...office)
    if (denied) return refuse(denied)
    const today = dayOf(await engine.clock(tx, undefined))
    const rows = await tx.execute<HouseholdView & Record<string, unknown>>(sql`
      select h.id, h.number, coalesce(
        jsonb_agg(jsonb_build_object('person', p.id, 'name', n.text) order by p.id) filter (where p.id is not null), '[]') as members
      from (select * from household where community = ${actor.community}
        and (${cursor ?? null}::uuid is null or id > ${cursor ?? null}::uuid) order by id limit ${limit + 1}) h
      left join residence d on (d.community, d.household) = (h.community, h.id)
        and d.starts_on <= ${today} and (d.ends_on is null or d.ends_on > ${today})
      left join person p on (p.community, p.id) = (d.community, d.person)
      left join disclosure n on (n.community, n.commitment) = (p.community, p.name)
      group by h.id, h.number order by h.id`)
    return ok(pageOf([...rows], limit, ({ id }) => id))
  })

/** The household of a number, for whoever is to be put into it. */
export const householdNumbered = (
  engine: Engine,
  actor: Actor,
  number: string,
): Promise<Result<{ readonly household: string }, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, ...office)
    if (denied) return refuse(denied)
    const [row] = await tx.execute<{ household: string }>(sql`
      select id as household from household where community = ${actor.community} and number = ${number.trim()}`)
    return row ? ok(row) : refuse({ code: 'not_found', what: 'household' })
  })

export interface AbsencesView {
  readonly items: readonly (AbsenceDue & { readonly name: string | null })[]
  /** The rules that hold here today; none where the province has none. */
  readonly rules: readonly Pick<AbsenceRule, 'body' | 'inARow' | 'effect' | 'cite' | 'gist'>[]
}

/** Seats that are lost, or may be ended, by absences in a row, where a rule of the province says so. */
export const absencesDue = (engine: Engine, actor: Actor): Promise<Result<AbsencesView, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, ...office)
    if (denied) return refuse(denied)
    const today = dayOf(await engine.clock(tx, undefined))
    const rules = await absenceRulesIn(tx, actor.community, today)
    const items = await absencesDueIn(tx, actor.community, rules, today)
    const names = await namesOf(
      tx,
      actor.community,
      items.map(({ person }) => person),
    )
    return ok({
      items: items.map((item) => ({ ...item, name: names[item.person] ?? null })),
      rules: rules.map(({ body, inARow, effect, cite, gist }) => ({ body, inARow, effect, cite, gist })),
    })
  })

/** Meetings that have been called and not ended, on whose roll stands somebody who will not be entitled. */
export const amendmentsDue = (
  engine: Engine,
  actor: Actor,
): Promise<Result<{ readonly items: readonly RollDue[] }, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, ...office)
    return denied ? refuse(denied) : ok({ items: await rollsDue(tx, actor.community) })
  })
