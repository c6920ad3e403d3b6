import { sql } from 'drizzle-orm'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { add, nextEntry, write } from '../record/chains.ts'
import { type Actor, act, type Engine, needs } from './act.ts'
import { isRefusal } from './advance.ts'
import { holdMeeting } from './meetings.ts'
import type { Refusal } from './refusal.ts'

export interface Departed {
  readonly left: readonly string[]
  /** Who was not in the hall anyway. */
  readonly notHere: readonly string[]
  /** Open ballots in which those who left stay voters: who votes was settled at the roll call. */
  readonly stillVoters: readonly { readonly ballot: string; readonly people: readonly string[] }[]
}

/**
 * 退场: a clerk notes who goes, or somebody says so on an own phone. For whom they had come leaves with them; who comes back
 * signs in again.
 */
export const leaveMeeting = (
  engine: Engine,
  actor: Actor,
  meeting: string,
  cmd: { readonly people?: readonly string[] | undefined },
): Promise<Result<Departed, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const { community } = actor
    const own = rights.person
    const people = cmd.people === undefined ? (own === undefined ? [] : [own]) : [...new Set(cmd.people)]
    const alone = people.length === 1 && people[0] === own
    const denied = alone ? undefined : needs(rights, 'clerk')
    if (denied) return refuse(denied)
    const held = await holdMeeting(tx, engine, community, meeting)
    if (isRefusal(held)) return refuse(held)
    if (held.outcome !== undefined) return refuse({ code: 'meeting_ended', outcome: held.outcome })
    const known = await tx.execute<{ person: string; here: boolean; inPerson: string | null }>(sql`
      select r.person, (a.person is not null and a.left_at is null) as here, a.in_person as "inPerson"
      from roll_entry r left join attendance a on (a.community, a.person) = (r.community, r.person) and a.meeting = ${meeting}
      where r.community = ${community} and r.roll = ${held.roll}`)
    const came = (person: string) => known.filter((row) => row.here && row.inPerson === person)
    const here = new Map(known.map((row) => [row.person, row.here]))
    const stranger = (person: string) => !here.has(person) && came(person).length === 0
    if (people.length === 0 || people.some(stranger)) return refuse({ code: 'not_on_roll' })

    const { chain } = held
    const going = people.flatMap((person) => [person, ...came(person).map((row) => row.person)])
    const left = [...new Set(going)].filter((person) => here.get(person) === true)
    for (const person of left)
      add(chain, nextEntry(chain, { kind: 'member.left', actor: actor.account, data: { person } }))
    await write(tx, engine.keys, chain)
    const leaving = JSON.stringify(left)
    await tx.execute(sql`
      update attendance set left_at = ${chain.at.toISOString()}::timestamptz
      where community = ${community} and meeting = ${meeting} and left_at is null
        and person in (select value::uuid from jsonb_array_elements_text(${leaving}::text::jsonb))`)
    const voters = await tx.execute<{ ballot: string; people: string[] }>(sql`
      select b.id as ballot, jsonb_agg(v.person order by v.person) as people
      from ballot b join voter v on (v.community, v.ballot) = (b.community, b.id)
      where b.community = ${community} and b.meeting = ${meeting} and b.closed_at is null
        and v.person in (select value::uuid from jsonb_array_elements_text(${leaving}::text::jsonb))
      group by b.id order by b.id`)
    return ok({ left, notHere: people.filter((person) => here.get(person) === false), stillVoters: [...voters] })
  })
