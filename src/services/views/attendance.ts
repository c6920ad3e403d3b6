import { sql } from 'drizzle-orm'
import { type Presence, type Stay, sittingOf } from '../../../workflows/presence.ts'
import { ok, type Result, refuse } from '../../../workflows/result.ts'
import type { Shares } from '../../../workflows/stages/counting.ts'
import { entriesOf, meetingChain } from '../../record/chains.ts'
import { type Actor, act, type Engine, isOffice } from '../act.ts'
import { attendanceOf } from '../meetings.ts'
import type { Refusal } from '../refusal.ts'

export interface AttendanceLine extends Omit<Presence, 'stays'> {
  readonly person: string
  readonly name: string | null
  readonly present: boolean
  readonly excused: boolean
  /** Who came for the member: another of the household, or a proxy; null where nobody else did. */
  readonly inPerson: string | null
  /** Each time in the hall; the hours of what was entered from paper are not known. */
  readonly stays: readonly Stay[]
}

export interface AttendanceView extends Shares {
  readonly firstRollCall: string | null
  readonly late: number
  readonly leftEarly: number
  readonly excused: number
  /** 列席: listed, never counted. */
  readonly observers: number
  /** Who of the roll has come, and when, for the office; others see the counts. */
  readonly members: readonly AttendanceLine[]
}

/** 签到: who of the roll is there, who came late and who left early. */
export const attendance = (engine: Engine, actor: Actor, id: string): Promise<Result<AttendanceView, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const { community } = actor
    const [row] = await tx.execute<{ roll: string; observers: number }>(sql`
      select id as roll, (select count(*)::int from observer o where o.community = r.community and o.meeting = r.meeting) as observers
      from roll r where community = ${community} and meeting = ${id}`)
    if (!row) return refuse({ code: 'not_found', what: 'meeting' })
    const { people, groups, measures } = await attendanceOf(tx, community, { meeting: id, roll: row.roll })
    const { firstRollCall, presence } = sittingOf(await entriesOf(tx, community, meetingChain(id)))
    const lines = await tx.execute<
      Pick<AttendanceLine, 'person' | 'name' | 'present' | 'excused' | 'inPerson'> & Record<string, unknown>
    >(sql`
      select r.person, d.text as name, (a.person is not null and a.left_at is null) as present, (x.person is not null) as excused,
        case when a.left_at is null then a.in_person end as "inPerson"
      from roll_entry r join person p on (p.community, p.id) = (r.community, r.person)
      left join disclosure d on (d.community, d.commitment) = (p.community, p.name)
      left join attendance a on (a.community, a.person) = (r.community, r.person) and a.meeting = ${id}
      left join excuse x on (x.community, x.person) = (r.community, r.person) and x.meeting = ${id}
      where r.community = ${community} and r.roll = ${row.roll} order by r.person`)
    const never: Presence = { stays: [], late: false, leftEarly: false }
    const members = lines.map((line) => ({ ...line, ...(presence.get(line.person) ?? never) }))
    const many = (test: (line: AttendanceLine) => boolean) => members.filter(test).length
    return ok({
      people,
      groups,
      ...(measures ? { measures } : {}),
      firstRollCall,
      late: many(({ late }) => late),
      leftEarly: many(({ leftEarly }) => leftEarly),
      excused: many(({ excused }) => excused),
      observers: row.observers,
      members: isOffice(rights) ? members : [],
    })
  })
