import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/within.ts'
import { type AbsenceRule, absenceRulesOn } from '../../workflows/law/absences.ts'
import type { BodyKind } from '../../workflows/law/provision.ts'
import type { Day } from '../../workflows/rules/days.ts'

/** Meetings that somebody has missed, one after the other up to the newest, without an excuse. */
export interface Absences {
  readonly person: string
  /** The meetings missed, the newest first. */
  readonly missed: readonly { readonly meeting: string; readonly on: Day }[]
}

/** The rules on absences that hold in a community on a day. */
export const absenceRulesIn = async (
  tx: Tx,
  community: string,
  day: Day,
  body?: BodyKind,
): Promise<readonly AbsenceRule[]> => {
  const [place] = await tx.execute<{ jurisdiction: string | null }>(sql`
    select jurisdiction from community where id = ${community}`)
  return absenceRulesOn(place?.jurisdiction ?? undefined, day, body)
}

/**
 * The unbroken row of absences of everybody who now has a seat in a body and stands in a group of it. A meeting counts that
 * was held or lacked its quorum, and on whose roll the person stood since taking the seat; coming, even for part of it, and
 * being excused end the row.
 */
export const absencesIn = async (
  tx: Tx,
  community: string,
  { body, among }: Pick<AbsenceRule, 'body' | 'among'>,
  day: Day,
): Promise<readonly Absences[]> => {
  const rows = await tx.execute<{ person: string; meeting: string; on: Day; missed: boolean }>(sql`
    with recursive tenure as (
      select person, starts_on from seat
      where community = ${community} and body = ${body} and ${among} = any(groups)
        and starts_on <= ${day} and (ends_on is null or ends_on > ${day})
      union
      select s.person, s.starts_on from seat s join tenure t on s.person = t.person and s.ends_on = t.starts_on
      where s.community = ${community} and s.body = ${body} and ${among} = any(s.groups) and s.starts_on < s.ends_on
    )
    select e.person, m.id as meeting, m.on_day::text as on, (a.person is null and x.person is null) as missed
    from (select person, min(starts_on) as since from tenure group by person) t
    join roll_entry e on e.community = ${community} and e.person = t.person
    join roll r on (r.community, r.id) = (e.community, e.roll)
    join meeting m on (m.community, m.id) = (r.community, r.meeting)
    left join attendance a on (a.community, a.meeting, a.person) = (m.community, m.id, e.person)
    left join excuse x on (x.community, x.meeting, x.person) = (m.community, m.id, e.person)
    where m.body = ${body} and m.outcome in ('held', 'no-quorum') and m.on_day >= t.since and m.on_day <= ${day}
    order by e.person, m.on_day desc, m.at desc, m.id desc`)
  const byPerson = new Map<string, (typeof rows)[number][]>()
  for (const row of rows) byPerson.set(row.person, [...(byPerson.get(row.person) ?? []), row])
  return [...byPerson].flatMap(([person, meetings]) => {
    const came = meetings.findIndex(({ missed }) => !missed)
    const missed = came < 0 ? meetings : meetings.slice(0, came)
    return missed.length > 0 ? [{ person, missed: missed.map(({ meeting, on }) => ({ meeting, on })) }] : []
  })
}

export interface AbsenceDue {
  readonly body: BodyKind
  readonly person: string
  readonly absences: number
  readonly need: number
  readonly effect: AbsenceRule['effect']
  readonly cite: string
  readonly meetings: readonly string[]
  /** The same with their days, the newest first. */
  readonly missed: Absences['missed']
  /** The day of the absence that made it so many. */
  readonly since: Day
}

/** Seats that are lost, or may be ended, by so many absences in a row, by the rules that hold that day. */
export const absencesDueIn = async (
  tx: Tx,
  community: string,
  rules: readonly AbsenceRule[],
  day: Day,
): Promise<readonly AbsenceDue[]> => {
  const items: AbsenceDue[] = []
  for (const rule of rules)
    for (const { person, missed } of await absencesIn(tx, community, rule, day)) {
      const { body, effect, cite, inARow: need } = rule
      const lost = missed[missed.length - need]
      const meetings = missed.map(({ meeting }) => meeting)
      if (lost)
        items.push({ body, person, absences: missed.length, need, effect, cite, meetings, missed, since: lost.on })
    }
  return items
}
