import { sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { Tx } from '../../db/within.ts'
import type { EndCause, FillCause } from '../../workflows/format/catalogue.ts'
import type { BodyKind } from '../../workflows/law/provision.ts'
import { type Day, dayOf } from '../../workflows/rules/days.ts'
import { add, type HeldChain, nextEntry } from '../record/chains.ts'
import type { Reseated, SeatTerm } from '../roster/terms.ts'
import type { Actor } from './act.ts'

/** A seat in the books. */
export interface KeptSeat extends SeatTerm {
  readonly id: string
  readonly person: string
}

/** What becomes of one person's seats. */
export interface SeatChange extends Reseated<KeptSeat> {
  readonly person: string
}

/** A seat that somebody no longer has. */
export interface EndedSeat {
  readonly person: string
  readonly body: BodyKind
  readonly office: string
  readonly on: Day
}

/** Every seat that some people have, had or will have. */
export const seatsOf = async (tx: Tx, community: string, people: readonly string[]): Promise<readonly KeptSeat[]> => {
  const rows = await tx.execute<{
    id: string
    person: string
    body: BodyKind
    office: string
    voting: boolean
    inBase: boolean
    groups: string[]
    represents: number | null
    from: Day
    until: Day | null
  }>(sql`
    select id, person, body, office, voting, in_base as "inBase", groups, represents, starts_on::text as from, ends_on::text as until
    from seat where community = ${community}
      and person in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(people)}::text::jsonb))
    order by starts_on, id`)
  return rows.map(({ until, represents, ...row }) => ({
    ...row,
    ...(represents === null ? {} : { represents }),
    ...(until === null ? {} : { until }),
  }))
}

/** Of a day that lies behind, the day on which it happened; nothing of today, or of a day ahead. */
export const happenedOn = (day: Day, { at }: HeldChain): { readonly occurredOn?: Day } =>
  day < dayOf(at) ? { occurredOn: day } : {}

const goesOn = ({ filled }: SeatChange, body: BodyKind, on: Day): boolean =>
  filled.some((seat) => seat.body === body && seat.from === on)

/** The seats that are lost: not those that are filled again the same day. */
export const lostSeats = (changes: readonly SeatChange[]): readonly EndedSeat[] =>
  changes.flatMap((change) =>
    change.ended.flatMap(({ seat: { body, office }, on }) =>
      goesOn(change, body, on) ? [] : [{ person: change.person, body, office, on }],
    ),
  )

/** A seat taken, as elected or as brought along. */
export interface FilledSeatView {
  readonly person: string
  readonly body: BodyKind
  readonly office: string
  readonly groups: readonly string[]
  readonly represents?: number | undefined
  readonly from: Day
  readonly until?: Day | undefined
}

/** The seats that are filled. */
export const filledSeats = (changes: readonly SeatChange[]): readonly FilledSeatView[] =>
  changes.flatMap(({ person, filled }) =>
    filled.map(({ body, office, groups, represents, from, until }) => ({
      person,
      body,
      office,
      groups,
      ...(represents === undefined ? {} : { represents }),
      from,
      ...(until === undefined ? {} : { until }),
    })),
  )

/** Says on the community's chain which seats end and which are filled. */
export const saySeats = (
  chain: HeldChain,
  actor: Pick<Actor, 'account'>,
  changes: readonly SeatChange[],
  causes: {
    readonly ends: EndCause
    readonly fills: FillCause
    readonly reason?: string | undefined
    readonly proposal?: string | undefined
  },
): void => {
  const { account } = actor
  for (const change of changes)
    for (const { seat, on } of change.ended) {
      const { body, person } = seat
      const why = goesOn(change, body, on)
        ? { cause: 'restated' as const }
        : { cause: causes.ends, ...(causes.reason === undefined ? {} : { reason: causes.reason }) }
      const data = { body, person, ...why, on }
      add(chain, nextEntry(chain, { kind: 'seat.ended', actor: account, ...happenedOn(on, chain), data }))
    }
  const together = new Map<
    string,
    { readonly first: SeatTerm; readonly cause: FillCause; readonly all: FilledSeat[] }
  >()
  for (const { person, ended, filled } of changes)
    for (const seat of filled) {
      const restated = ended.some(({ seat: { body }, on }) => body === seat.body && on === seat.from)
      const cause = restated ? 'restated' : causes.fills
      const key = [seat.body, seat.from, seat.until, cause].join()
      const { office, voting, inBase, groups, represents } = seat
      const known = together.get(key) ?? { first: seat, cause, all: [] }
      const behind = represents === undefined ? {} : { represents }
      known.all.push({ person, office, voting, inBase, groups: [...groups], ...behind })
      together.set(key, known)
    }
  for (const { first, cause, all } of together.values()) {
    const { body, from, until } = first
    const cites = causes.proposal === undefined || cause === 'restated' ? {} : { proposal: causes.proposal }
    const data = { body, from, ...(until === undefined ? {} : { until }), cause, ...cites, seats: all }
    add(chain, nextEntry(chain, { kind: 'seats.filled', actor: account, ...happenedOn(from, chain), data }))
  }
}

interface FilledSeat {
  readonly person: string
  readonly office: string
  readonly voting: boolean
  readonly inBase: boolean
  readonly groups: string[]
  readonly represents?: number
}

/** Writes the same into the books. */
export const keepSeats = async (
  tx: Tx,
  { community, at }: HeldChain,
  changes: readonly SeatChange[],
): Promise<void> => {
  const ended = changes.flatMap((change) => change.ended.map(({ seat: { id }, on }) => ({ id, on })))
  if (ended.length > 0)
    await tx.execute(sql`
      update seat set ends_on = r.day
      from jsonb_to_recordset(${JSON.stringify(ended.map(({ id, on }) => ({ id, day: on })))}::text::jsonb) as r(id uuid, day date)
      where seat.community = ${community} and seat.id = r.id`)
  const filled = changes.flatMap(({ person, filled }) =>
    filled.map(({ body, office, voting, inBase, groups, represents, from, until }) => ({
      id: uuidv7(),
      person,
      body,
      office,
      voting,
      in_base: inBase,
      groups,
      represents: represents ?? null,
      starts_on: from,
      ends_on: until ?? null,
    })),
  )
  if (filled.length === 0) return
  const bodies = JSON.stringify([...new Set(filled.map(({ body }) => body))])
  await tx.execute(sql`
    insert into body (community, kind, created_at)
    select ${community}::uuid, value, ${at.toISOString()}::timestamptz from jsonb_array_elements_text(${bodies}::text::jsonb)
    on conflict do nothing`)
  await tx.execute(sql`
    insert into seat (community, id, body, person, office, voting, in_base, groups, represents, starts_on, ends_on)
    select ${community}::uuid, id, body, person, office, voting, in_base, groups, represents, starts_on, ends_on
    from jsonb_to_recordset(${JSON.stringify(filled)}::text::jsonb) as r(id uuid, body text, person uuid, office text,
      voting boolean, in_base boolean, groups text[], represents int, starts_on date, ends_on date)`)
}
