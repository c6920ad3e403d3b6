import { sql } from 'drizzle-orm'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { add, nextEntry, write } from '../record/chains.ts'
import { disclose, sealText } from '../record/texts.ts'
import { type Actor, act, type Engine, needs } from './act.ts'
import { isRefusal } from './advance.ts'
import { holdMeeting } from './meetings.ts'
import type { Refusal } from './refusal.ts'

/** 回避: a member does not vote on an item, for a reason, noted before its ballot opens. */
export interface Recusal {
  readonly meeting: string
  readonly proposal: string
  readonly person: string
}

/** Notes a recusal; opening the item's ballot then leaves the member out of those who may vote. */
export const recuseMember = (
  engine: Engine,
  actor: Actor,
  meeting: string,
  cmd: { readonly person: string; readonly proposal: string; readonly reason: string },
): Promise<Result<Recusal, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk')
    if (denied) return refuse(denied)
    const { community, account } = actor
    const { person, proposal } = cmd
    const held = await holdMeeting(tx, engine, community, meeting)
    if (isRefusal(held)) return refuse(held)
    if (held.outcome !== undefined) return refuse({ code: 'meeting_ended', outcome: held.outcome })
    const [known] = await tx.execute<{ item: boolean; listed: boolean; opened: boolean; noted: boolean }>(sql`
      select exists (select from agenda where community = ${community} and meeting = ${meeting} and proposal = ${proposal}) as item,
        exists (select from roll_entry where community = ${community} and roll = ${held.roll} and person = ${person}) as listed,
        exists (select from ballot where community = ${community} and meeting = ${meeting} and proposal = ${proposal}) as opened,
        exists (select from recusal where community = ${community} and meeting = ${meeting} and proposal = ${proposal}
          and person = ${person}) as noted`)
    if (!known?.item) return refuse({ code: 'not_found', what: 'agenda item' })
    if (!known.listed) return refuse({ code: 'not_on_roll' })
    if (known.noted) return refuse({ code: 'recused_already' })
    if (known.opened) return refuse({ code: 'recusal_too_late' })

    const { chain } = held
    const reason = sealText(cmd.reason)
    const data = { person, proposal, reason: reason.commitment }
    add(chain, nextEntry(chain, { kind: 'member.recused', actor: account, data }))
    await disclose(tx, community, [reason])
    await write(tx, engine.keys, chain)
    await tx.execute(sql`
      insert into recusal (community, meeting, proposal, person, reason, noted_at)
      values (${community}, ${meeting}, ${proposal}, ${person}, ${reason.commitment}, ${chain.at.toISOString()}::timestamptz)`)
    return ok({ meeting, proposal, person })
  })
