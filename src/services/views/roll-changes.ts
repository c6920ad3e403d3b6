import { sql } from 'drizzle-orm'
import { ok, type Result, refuse } from '../../../workflows/result.ts'
import { dayOf } from '../../../workflows/rules/days.ts'
import { type Actor, act, type Engine, needs } from '../act.ts'
import type { Refusal } from '../refusal.ts'
import { type RollDue, rollsDue } from '../rolls-due.ts'

export interface RollChanges {
  /** Who stands on the roll and is to be taken off it. */
  readonly due: readonly RollDue[]
  /** Who has come of age since the call of an assembly that was put off, and is not on its roll yet. */
  readonly grownUp: readonly { readonly person: string; readonly name: string | null }[]
}

/** What the roster makes of a called meeting's roll. */
export const rollChanges = (engine: Engine, actor: Actor, meeting: string): Promise<Result<RollChanges, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk', 'supervisor')
    if (denied) return refuse(denied)
    const { community } = actor
    const today = dayOf(await engine.clock(tx, undefined))
    const due = (await rollsDue(tx, community)).filter((one) => one.meeting === meeting)
    const grownUp = await tx.execute<{ person: string; name: string | null }>(sql`
      select p.id as person, n.text as name from meeting m
      join roll l on (l.community, l.meeting) = (m.community, m.id)
      join person p on p.community = m.community
        and p.birth + interval '18 years' > m.sent_on and p.birth + interval '18 years' <= m.on_day
      left join disclosure n on (n.community, n.commitment) = (p.community, p.name)
      where m.community = ${community} and m.id = ${meeting} and m.outcome is null
        and m.body in ('village-assembly', 'residents-assembly') and m.mode is distinct from 'households'
        and (p.left_on is null or p.left_on > ${today}) and p.joined_on <= m.sent_on
        and not exists (select 1 from roll_entry r where (r.community, r.roll, r.person) = (l.community, l.id, p.id))
      order by p.id`)
    return ok({ due, grownUp: [...grownUp] })
  })
