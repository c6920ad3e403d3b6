import { createHmac, timingSafeEqual } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { dayOf } from '../../workflows/rules/days.ts'
import type { Keys } from '../identity/keys.ts'
import { add, nextEntry, write } from '../record/chains.ts'
import { type Actor, act, type Engine, needs } from './act.ts'
import { isRefusal } from './advance.ts'
import { holdMeeting } from './meetings.ts'
import type { Refusal } from './refusal.ts'

/** The six digits shown in the hall: a phone that knows them is in the room. */
export const hallCode = ({ secrets }: Keys, meeting: string): string =>
  String(createHmac('sha256', secrets.slip).update(`hall ${meeting}`).digest().readUInt32BE(0) % 1_000_000).padStart(
    6,
    '0',
  )

export interface SignedIn {
  readonly signedIn: readonly string[]
  readonly before: readonly string[]
}

/** 签到: a clerk signs in the people at the table, or a member's own phone does with the code of the hall. Signing in twice changes nothing. */
export const signInToMeeting = (
  engine: Engine,
  actor: Actor,
  meeting: string,
  cmd: { readonly people?: readonly string[] | undefined; readonly code?: string | undefined },
): Promise<Result<SignedIn, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const byClerk = cmd.people !== undefined
    const denied = byClerk ? needs(rights, 'clerk') : undefined
    if (denied) return refuse(denied)
    if (!byClerk && !sameCode(cmd.code ?? '', hallCode(engine.keys, meeting)))
      return refuse({ code: 'hall_code_wrong' })
    const people = byClerk ? [...new Set(cmd.people)] : rights.person === undefined ? [] : [rights.person]
    if (people.length === 0) return refuse({ code: 'not_on_roll' })
    const held = await holdMeeting(tx, engine, actor.community, meeting)
    if (isRefusal(held)) return refuse(held)
    if (held.outcome !== undefined) return refuse({ code: 'meeting_ended', outcome: held.outcome })
    const { chain, on } = held
    const today = dayOf(chain.at)
    if (today !== on) return refuse({ code: 'meeting_not_today', on, today })

    const known = await tx.execute<{ person: string; here: boolean }>(sql`
      select r.person, (a.person is not null and a.left_at is null) as here
      from roll_entry r left join attendance a on (a.community, a.person) = (r.community, r.person) and a.meeting = ${meeting}
      where r.community = ${actor.community} and r.roll = ${held.roll}`)
    const here = new Map(known.map((row) => [row.person, row.here]))
    if (people.some((person) => !here.has(person))) return refuse({ code: 'not_on_roll' })
    const coming = people.filter((person) => here.get(person) === false)
    const door = byClerk ? 'clerk' : 'phone'
    for (const person of coming)
      add(chain, nextEntry(chain, { kind: 'member.signed-in', actor: actor.account, data: { person, door } }))
    await write(tx, engine.keys, chain)
    for (const person of coming)
      await tx.execute(sql`
        insert into attendance (community, meeting, person, door, signed_in_at)
        values (${actor.community}, ${meeting}, ${person}, ${door}, ${chain.at.toISOString()}::timestamptz)
        on conflict (community, meeting, person)
        do update set door = excluded.door, signed_in_at = excluded.signed_in_at, left_at = null`)
    return ok({ signedIn: coming, before: people.filter((person) => here.get(person) === true) })
  })

const sameCode = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
