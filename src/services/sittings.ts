import { sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { presidersOf } from '../../workflows/law/all.ts'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { type Day, dayOf } from '../../workflows/rules/days.ts'
import { add, communityChain, hold, nextEntry, write } from '../record/chains.ts'
import { disclose, sealText } from '../record/texts.ts'
import { type Actor, act, type Engine, needs } from './act.ts'
import { isRefusal } from './advance.ts'
import { holdMeeting, presidesOver } from './meetings.ts'
import type { Refusal } from './refusal.ts'

/** What may happen to a meeting that has been called, beside its ballots and its end. */

export interface Adjourned {
  readonly on: Day
  /** The call stands: the same roll meets again, and nobody is called anew. */
  readonly newConvocation: false
}

/** 休会: a meeting that has begun goes on another day with the same roll; everybody signs in anew. */
export const adjournMeeting = (
  engine: Engine,
  actor: Actor,
  meeting: string,
  cmd: { readonly until: Date; readonly reason: string },
): Promise<Result<Adjourned, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk')
    if (denied) return refuse(denied)
    const { community } = actor
    const held = await holdMeeting(tx, engine, community, meeting)
    if (isRefusal(held)) return refuse(held)
    if (held.outcome !== undefined) return refuse({ code: 'meeting_ended', outcome: held.outcome })
    const { chain } = held
    const today = dayOf(chain.at)
    const until = dayOf(cmd.until)
    if (until <= today) return refuse({ code: 'day_not_ahead', day: until, today })
    const open = await tx.execute<{ id: string }>(sql`
      select id from ballot where community = ${community} and meeting = ${meeting} and closed_at is null`)
    if (open.length > 0) return refuse({ code: 'ballots_still_open', ballots: open.map(({ id }) => id) })
    const here = await tx.execute(sql`
      select 1 from attendance where community = ${community} and meeting = ${meeting} and left_at is null limit 1`)
    if (held.on !== today || here.length === 0) return refuse({ code: 'meeting_not_begun' })

    const reason = sealText(cmd.reason)
    const at = cmd.until.toISOString()
    const data = { until, at, reason: reason.commitment }
    add(chain, nextEntry(chain, { kind: 'meeting.adjourned', actor: actor.account, data }))
    await disclose(tx, community, [reason])
    await write(tx, engine.keys, chain)
    await tx.execute(sql`
      update meeting set on_day = ${until}, at = ${at}::timestamptz, adjourned = adjourned + 1
      where community = ${community} and id = ${meeting}`)
    await tx.execute(sql`
      update attendance set left_at = ${chain.at.toISOString()}::timestamptz
      where community = ${community} and meeting = ${meeting} and left_at is null`)
    return ok({ on: until, newConvocation: false })
  })

/** 更换主持人: another member of a presiding body takes the chair, for a reason that is recorded. */
export const changePresider = (
  engine: Engine,
  actor: Actor,
  meeting: string,
  cmd: { readonly presider: string; readonly reason: string },
): Promise<Result<{ readonly presider: string; readonly presidesAs: string | null }, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk')
    if (denied) return refuse(denied)
    const { community } = actor
    // Nobody's seat changes meanwhile, and the record tells by which seats somebody presides.
    const register = await hold(tx, engine.clock, community, communityChain)
    const held = await holdMeeting(tx, engine, community, meeting, register)
    if (isRefusal(held)) return refuse(held)
    if (held.outcome !== undefined) return refuse({ code: 'meeting_ended', outcome: held.outcome })
    const { chain, body, on } = held
    const presidesAs = await presidesOver(tx, community, { body, presider: cmd.presider }, on)
    const presides = presidersOf(body, on)
    if (presidesAs === undefined && presides.length > 0) return refuse({ code: 'presider_unfit', presides })
    const enrolled = await tx.execute(sql`
      select 1 from roll_entry where community = ${community} and roll = ${held.roll} and person = ${cmd.presider}`)
    if (presidesAs === undefined && enrolled.length === 0) return refuse({ code: 'presider_not_on_roll' })
    const reason = sealText(cmd.reason)
    const as = presidesAs === undefined ? {} : { presidesAs }
    const read = register ? { seatsSeq: register.seq } : {}
    const data = { presider: cmd.presider, ...as, reason: reason.commitment, ...read }
    add(chain, nextEntry(chain, { kind: 'presider.changed', actor: actor.account, data }))
    await disclose(tx, community, [reason])
    await write(tx, engine.keys, chain)
    await tx.execute(sql`
      update meeting set presider = ${cmd.presider}, presides_as = ${presidesAs ?? null}
      where community = ${community} and id = ${meeting}`)
    return ok({ presider: cmd.presider, presidesAs: presidesAs ?? null })
  })

/** 列席: notes somebody who sits in without a seat; nobody on the roll is an observer, and observers are never counted. */
export const noteObserver = (
  engine: Engine,
  actor: Actor,
  meeting: string,
  cmd: { readonly name: string; readonly capacity: string; readonly person?: string | undefined },
): Promise<Result<{ readonly observer: string }, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk')
    if (denied) return refuse(denied)
    const { community } = actor
    const held = await holdMeeting(tx, engine, community, meeting)
    if (isRefusal(held)) return refuse(held)
    if (held.outcome !== undefined) return refuse({ code: 'meeting_ended', outcome: held.outcome })
    const { chain } = held
    if (cmd.person !== undefined) {
      const [known] = await tx.execute<{ enrolled: boolean }>(sql`
        select exists (select 1 from roll_entry r where r.community = p.community and r.roll = ${held.roll} and r.person = p.id) as enrolled
        from person p where p.community = ${community} and p.id = ${cmd.person}`)
      if (!known) return refuse({ code: 'not_found', what: 'person' })
      if (known.enrolled) return refuse({ code: 'on_roll_already', person: cmd.person })
    }
    const observer = uuidv7()
    const name = sealText(cmd.name)
    const person = cmd.person === undefined ? {} : { person: cmd.person }
    const data = { observer, capacity: cmd.capacity, name: name.commitment, ...person }
    add(chain, nextEntry(chain, { kind: 'observer.noted', actor: actor.account, data }))
    await disclose(tx, community, [name])
    await write(tx, engine.keys, chain)
    await tx.execute(sql`
      insert into observer (community, id, meeting, name, capacity, person, noted_at)
      values (${community}, ${observer}, ${meeting}, ${name.commitment}, ${cmd.capacity}, ${cmd.person ?? null}, ${chain.at.toISOString()}::timestamptz)`)
    return ok({ observer })
  })
