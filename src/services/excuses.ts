import { sql } from 'drizzle-orm'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { add, nextEntry, write } from '../record/chains.ts'
import { disclose, sealText } from '../record/texts.ts'
import { type Actor, act, type Engine, needs } from './act.ts'
import { isRefusal } from './advance.ts'
import { holdMeeting } from './meetings.ts'
import type { Refusal } from './refusal.ts'

/** 请假: notes before the meeting has ended that a member is excused, with the reason given. */
export const excuseMember = (
  engine: Engine,
  actor: Actor,
  meeting: string,
  cmd: { readonly person: string; readonly reason: string },
): Promise<Result<{ readonly meeting: string; readonly person: string }, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk')
    if (denied) return refuse(denied)
    const { community } = actor
    const { person } = cmd
    const held = await holdMeeting(tx, engine, community, meeting)
    if (isRefusal(held)) return refuse(held)
    if (held.outcome !== undefined) return refuse({ code: 'meeting_ended', outcome: held.outcome })
    const [known] = await tx.execute<{ at: string | null; excused: boolean }>(sql`
      select case when a.left_at is null then to_char(a.signed_in_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') end as at,
        x.person is not null as excused
      from roll_entry e
      left join attendance a on (a.community, a.person) = (e.community, e.person) and a.meeting = ${meeting}
      left join excuse x on (x.community, x.person) = (e.community, e.person) and x.meeting = ${meeting}
      where e.community = ${community} and e.roll = ${held.roll} and e.person = ${person}`)
    if (!known) return refuse({ code: 'not_on_roll' })
    if (known.at !== null) return refuse({ code: 'signed_in_already', at: known.at })
    if (known.excused) return refuse({ code: 'excused_already' })

    const { chain } = held
    const reason = sealText(cmd.reason)
    const data = { person, reason: reason.commitment }
    add(chain, nextEntry(chain, { kind: 'member.excused', actor: actor.account, data }))
    await disclose(tx, community, [reason])
    await write(tx, engine.keys, chain)
    await tx.execute(sql`
      insert into excuse (community, meeting, person, reason, noted_at)
      values (${community}, ${meeting}, ${person}, ${reason.commitment}, ${chain.at.toISOString()}::timestamptz)`)
    return ok({ meeting, person })
  })
