import { and, count, eq, gt, isNull, like, lte, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { standsFor } from '../../../db/schema/disclosed.ts'
import { disclosure, household, person, seat } from '../../../db/schema/people.ts'
import type { Tx } from '../../../db/within.ts'
import type { BodyKind } from '../../../workflows/law/provision.ts'
import { ok, type Result, refuse } from '../../../workflows/result.ts'
import { type Day, dayOf } from '../../../workflows/rules/days.ts'
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
  readonly joinedOn: Day
  /** A day ahead from which the person is no longer on the roster; null while none is known. */
  readonly leftOn: Day | null
}

const seatRuns = (on: Day) => and(lte(seat.startsOn, on), or(isNull(seat.endsOn), gt(seat.endsOn, on)))

/** A pattern for what holds these characters somewhere. */
const containing = (q: string): string => `%${q.replace(/[\\%_]/g, (found) => `\\${found}`)}%`

/** The roster's lines, still to be narrowed. */
const rosterIn = (tx: Tx) => {
  const phone = alias(disclosure, 'phone')
  const { id, sex, birth, part, idLastFour, joinedOn, leftOn } = person
  return tx
    .select({
      id,
      name: disclosure.text,
      sex,
      birth,
      household: household.number,
      part,
      idLastFour,
      phone: phone.text,
      joinedOn,
      leftOn,
    })
    .from(person)
    .innerJoin(household, and(eq(household.community, person.community), eq(household.id, person.household)))
    .leftJoin(disclosure, standsFor(disclosure, person, person.name))
    .leftJoin(phone, standsFor(phone, person, person.phone))
}

/** People on the roster; looked for by name, household or the last four of the ID number. */
export const people = (
  engine: Engine,
  actor: Actor,
  { cursor, limit, q }: Paging & { readonly q?: string | undefined },
): Promise<Result<Page<PersonView>, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk', 'administrator', 'supervisor')
    if (denied) return refuse(denied)
    const today = dayOf(await engine.clock(tx, undefined))
    const { id, idLastFour, leftOn } = person
    const rows: readonly PersonView[] = await rosterIn(tx)
      .where(
        and(
          eq(person.community, actor.community),
          or(isNull(leftOn), gt(leftOn, today)),
          cursor === undefined ? undefined : gt(id, cursor),
          q === undefined || q === ''
            ? undefined
            : or(like(disclosure.text, containing(q)), eq(household.number, q), eq(idLastFour, q.toUpperCase())),
        ),
      )
      .orderBy(id)
      .limit(limit + 1)
    return ok(pageOf(rows, limit, (row) => row.id))
  })

/** One person, on the roster or gone from it, for the office. */
export const onePerson = (engine: Engine, actor: Actor, id: string): Promise<Result<PersonView, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk', 'administrator', 'supervisor')
    if (denied) return refuse(denied)
    const [row]: readonly PersonView[] = await rosterIn(tx).where(
      and(eq(person.community, actor.community), eq(person.id, id)),
    )
    return row ? ok(row) : refuse({ code: 'not_found', what: 'person' })
  })

export interface OfPerson extends PersonView {
  /** Who else belongs to the household today. */
  readonly together: readonly { readonly person: string; readonly name: string | null }[]
  /** The seats that run today. */
  readonly seats: readonly { readonly body: BodyKind; readonly office: string; readonly until: Day | null }[]
}

/** One person with the household and the seats. */
export const personInFull = (engine: Engine, actor: Actor, id: string): Promise<Result<OfPerson, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk', 'administrator', 'supervisor')
    if (denied) return refuse(denied)
    const { community } = actor
    const [row]: readonly PersonView[] = await rosterIn(tx).where(
      and(eq(person.community, community), eq(person.id, id)),
    )
    if (!row) return refuse({ code: 'not_found', what: 'person' })
    const today = dayOf(await engine.clock(tx, undefined))
    const together = await tx.execute<{ person: string; name: string | null }>(sql`
      select q.id as person, n.text as name from person p
      join person q on (q.community, q.household) = (p.community, p.household) and q.id <> p.id
      left join disclosure n on (n.community, n.commitment) = (q.community, q.name)
      where p.community = ${community} and p.id = ${id} and (q.left_on is null or q.left_on > ${today}) order by q.birth, q.id`)
    const seats = await tx.execute<{ body: BodyKind; office: string; until: Day | null }>(sql`
      select body, office, ends_on::text as until from seat
      where community = ${community} and person = ${id} and starts_on <= ${today} and (ends_on is null or ends_on > ${today})
      order by body`)
    return ok({ ...row, together: [...together], seats: [...seats] })
  })

export interface BodyView {
  readonly kind: string
  readonly seats: number
  readonly voting: number
  readonly groups: Readonly<Record<string, number>>
}

export const bodies = (engine: Engine, actor: Actor): Promise<Result<Page<BodyView>, Refusal>> =>
  act(engine, actor, async (tx) => {
    const today = dayOf(await engine.clock(tx, undefined))
    const voting = sql<boolean>`${seat.voting} and ${seat.inBase}`
    const rows = await tx
      .select({ kind: seat.body, groups: seat.groups, voting, n: count() })
      .from(seat)
      .where(and(eq(seat.community, actor.community), seatRuns(today)))
      .groupBy(seat.body, seat.groups, voting)
      .orderBy(seat.body)
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
  /** How many households stand behind a representative; null where nobody said so. */
  readonly represents: number | null
  readonly from: Day
  /** The day from which it is vacant; null while none is known. */
  readonly until: Day | null
}

/** Who sits in a body today: for the office, and for the township, which sees who sits but no roster. */
export const seats = (engine: Engine, actor: Actor, body: string): Promise<Result<Page<SeatView>, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk', 'administrator', 'supervisor', 'township')
    if (denied) return refuse(denied)
    const today = dayOf(await engine.clock(tx, undefined))
    const { office, voting, inBase, groups, represents, startsOn, endsOn } = seat
    const items: readonly SeatView[] = await tx
      .select({
        person: seat.person,
        name: disclosure.text,
        office,
        voting,
        inBase,
        groups,
        represents,
        from: startsOn,
        until: endsOn,
      })
      .from(seat)
      .innerJoin(person, and(eq(person.community, seat.community), eq(person.id, seat.person)))
      .leftJoin(disclosure, standsFor(disclosure, person, person.name))
      .where(and(eq(seat.community, actor.community), eq(seat.body, body), seatRuns(today)))
      .orderBy(seat.id)
    return ok({ items })
  })
