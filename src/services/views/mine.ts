import { sql } from 'drizzle-orm'
import { ok, type Result, refuse } from '../../../workflows/result.ts'
import { type Day, dayOf } from '../../../workflows/rules/days.ts'
import { type Actor, act, type Engine } from '../act.ts'
import type { Refusal } from '../refusal.ts'

type Row<T> = T & Record<string, unknown>

/** A meeting that somebody is called to. */
export interface OwnMeeting {
  readonly meeting: string
  readonly body: string
  readonly on: Day
  readonly at: string
  readonly place: string | null
  readonly outcome: string | null
  readonly here: boolean
  readonly items: readonly { readonly proposal: string; readonly number: number; readonly title: string | null }[]
  /** The ballots open in it, and whether the reader has voted; only those in which the reader may. */
  readonly ballots: readonly { readonly ballot: string; readonly title: string | null; readonly voted: boolean }[]
}

/** The latest that are over, so many at most. */
const past = 10

/** The meetings on whose roll the reader stands: those to come first, then the last that are over. */
export const mine = (
  engine: Engine,
  actor: Actor,
): Promise<Result<{ readonly ahead: readonly OwnMeeting[]; readonly over: readonly OwnMeeting[] }, Refusal>> =>
  act(engine, actor, async (tx, { person }) => {
    if (person === undefined) return refuse({ code: 'forbidden', needs: ['resident'] })
    const { community } = actor
    const today = dayOf(await engine.clock(tx, undefined))
    const rows = await tx.execute<Row<OwnMeeting>>(sql`
      select m.id as meeting, m.body, m.on_day::text as on, m.outcome, l.text as place,
        to_char(m.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
        exists (select from attendance a where (a.community, a.meeting, a.person) = (m.community, m.id, ${person}::uuid) and a.left_at is null) as here,
        coalesce((select jsonb_agg(jsonb_build_object('proposal', p.id, 'number', p.number, 'title', d.text) order by g.place)
          from agenda g join proposal p on (p.community, p.id) = (g.community, g.proposal)
          left join disclosure d on (d.community, d.commitment) = (p.community, p.title)
          where (g.community, g.meeting) = (m.community, m.id)), '[]') as items,
        coalesce((select jsonb_agg(jsonb_build_object('ballot', b.id, 'title', d.text, 'voted', c.person is not null or t.person is not null) order by b.id)
          from ballot b join voter v on (v.community, v.ballot, v.person) = (b.community, b.id, ${person}::uuid)
          join proposal p on (p.community, p.id) = (b.community, b.proposal)
          left join disclosure d on (d.community, d.commitment) = (p.community, p.title)
          left join vote c on (c.community, c.ballot, c.person) = (v.community, v.ballot, v.person)
          left join participation t on (t.community, t.ballot, t.person) = (v.community, v.ballot, v.person)
          where (b.community, b.meeting) = (m.community, m.id) and b.closed_at is null), '[]') as ballots
      from meeting m join roll r on (r.community, r.meeting) = (m.community, m.id)
      join roll_entry e on (e.community, e.roll, e.person) = (r.community, r.id, ${person}::uuid)
      left join disclosure l on (l.community, l.commitment) = (m.community, m.place)
      where m.community = ${community} order by m.at desc, m.id desc limit 100`)
    const isAhead = ({ outcome, on }: OwnMeeting): boolean => outcome === null && on >= today
    return ok({
      ahead: rows.filter(isAhead).reverse(),
      over: rows.filter((row) => !isAhead(row)).slice(0, past),
    })
  })

/** Somebody else whose vote the reader may cast: a principal, or the member who stands for the reader's household. */
export interface Entrusted {
  readonly person: string
  readonly name: string | null
  readonly voted: boolean
}

/** For whom the reader may vote in a ballot, by name: they have given the reader their voice, or live in one household. */
export const entrusted = (
  engine: Engine,
  actor: Actor,
  ballot: string,
): Promise<Result<readonly Entrusted[], Refusal>> =>
  act(engine, actor, async (tx, { person }) => {
    const today = dayOf(await engine.clock(tx, undefined))
    const rows = await tx.execute<Row<Entrusted>>(sql`
      select m.person, d.text as name, coalesce(c.person, t.person) is not null as voted
      from ballot b cross join lateral stands_for(b.community, b.roll, b.meeting, ${person ?? null}::uuid, ${today}::date) m
      join voter v on (v.community, v.ballot, v.person) = (b.community, b.id, m.person)
      join person p on (p.community, p.id) = (b.community, m.person)
      left join disclosure d on (d.community, d.commitment) = (p.community, p.name)
      left join vote c on (c.community, c.ballot, c.person) = (b.community, b.id, m.person)
      left join participation t on (t.community, t.ballot, t.person) = (b.community, b.id, m.person)
      where b.community = ${actor.community} and b.id = ${ballot} order by m.person`)
    return ok([...rows])
  })
