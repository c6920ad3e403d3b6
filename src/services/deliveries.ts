import { sql } from 'drizzle-orm'
import type { Delivery } from '../../workflows/format/catalogue.ts'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { type Day, dayOf } from '../../workflows/rules/days.ts'
import { add, nextEntry, write } from '../record/chains.ts'
import { citeFiles, filesKnown } from '../record/files.ts'
import { type Actor, act, type Engine, needs } from './act.ts'
import { isRefusal } from './advance.ts'
import { holdMeeting } from './meetings.ts'
import type { Refusal } from './refusal.ts'

export interface NoteDelivery {
  readonly people: readonly string[]
  readonly how: Delivery
  readonly on: Day
  readonly files?: readonly string[] | undefined
}

export interface NotedDelivery {
  readonly noted: readonly string[]
  /** Of whom the same way and day were noted before. */
  readonly before: readonly string[]
}

/** 会议通知送达: notes how and on which day the convocation reached members; another way or day is kept beside it. */
export const noteDelivery = (
  engine: Engine,
  actor: Actor,
  meeting: string,
  cmd: NoteDelivery,
): Promise<Result<NotedDelivery, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk')
    if (denied) return refuse(denied)
    const { community } = actor
    const { how, on, files } = cmd
    const held = await holdMeeting(tx, engine, community, meeting)
    if (isRefusal(held)) return refuse(held)
    const { chain } = held
    const today = dayOf(chain.at)
    const [called] = await tx.execute<{ sentOn: Day }>(sql`
      select sent_on::text as "sentOn" from meeting where community = ${community} and id = ${meeting}`)
    const sentOn = called?.sentOn ?? on
    if (on < sentOn) return refuse({ code: 'day_too_early', day: on, earliest: sentOn })
    if (on > today) return refuse({ code: 'day_in_future', day: on, today })
    if (on > held.on) return refuse({ code: 'day_too_far', day: on, latest: held.on })
    const people = [...new Set(cmd.people)].sort()
    const enrolled = await tx.execute<{ person: string; before: boolean }>(sql`
      select r.person, d.person is not null as before from roll_entry r
      left join delivery d on (d.community, d.person) = (r.community, r.person) and d.meeting = ${meeting} and d.how = ${how} and d.on_day = ${on}
      where r.community = ${community} and r.roll = ${held.roll}`)
    const known = new Map(enrolled.map(({ person, before }) => [person, before]))
    if (people.some((person) => !known.has(person))) return refuse({ code: 'not_on_roll' })
    if (!(await filesKnown(tx, community, files ?? []))) return refuse({ code: 'not_found', what: 'file' })
    const noted = people.filter((person) => known.get(person) === false)
    const before = people.filter((person) => known.get(person) === true)
    if (noted.length === 0) return ok({ noted, before })

    const data = { people: noted, how, on, ...(files ? { files: [...files] } : {}) }
    const entry = nextEntry(chain, { kind: 'convocation.delivered', actor: actor.account, data })
    add(chain, entry)
    await write(tx, engine.keys, chain)
    await citeFiles(tx, { community, chain: chain.name, seq: entry.seq }, files ?? [])
    await tx.execute(sql`
      insert into delivery (community, meeting, person, how, on_day, noted_at)
      select ${community}::uuid, ${meeting}::uuid, value::uuid, ${how}, ${on}::date, ${chain.at.toISOString()}::timestamptz
      from jsonb_array_elements_text(${JSON.stringify(noted)}::text::jsonb)`)
    return ok({ noted, before })
  })
