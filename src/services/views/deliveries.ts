import { sql } from 'drizzle-orm'
import type { Delivery } from '../../../workflows/format/catalogue.ts'
import { noticeDays } from '../../../workflows/law/in-force.ts'
import { ok, type Result, refuse } from '../../../workflows/result.ts'
import { type Day, daysBetween } from '../../../workflows/rules/days.ts'
import { lawOn } from '../../../workflows/stages/law-on.ts'
import type { ExpandedProcedure } from '../../../workflows/stages/stage.ts'
import { entriesOf, meetingChain } from '../../record/chains.ts'
import { type Actor, act, type Engine, isOffice } from '../act.ts'
import type { Refusal } from '../refusal.ts'

export interface DeliveryLine {
  readonly person: string
  readonly name: string | null
  /** Every way and day noted, the earliest first. */
  readonly ways: readonly { readonly how: Delivery; readonly on: Day }[]
  /** Whole days from the first delivery to the meeting; null while nobody has reached the member. */
  readonly daysAhead: number | null
  readonly inTime: boolean
}

export interface DeliveriesView {
  readonly sentOn: Day
  /** The day for which the meeting was called. */
  readonly on: Day
  /** How many days ahead the law of the day of calling asks; none in an emergency that it admits. */
  readonly daysNeeded: number
  readonly entitled: number
  readonly reached: number
  readonly inTime: number
  readonly toReach: number
  /** Member by member, for the office; others see the numbers. */
  readonly members: readonly DeliveryLine[]
}

/** 会议通知送达情况: whom the convocation has reached, when and how, and who is still to be reached. */
export const deliveries = (engine: Engine, actor: Actor, id: string): Promise<Result<DeliveriesView, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const { community } = actor
    const [first] = await entriesOf(tx, community, meetingChain(id))
    if (first?.kind !== 'meeting.called') return refuse({ code: 'not_found', what: 'meeting' })
    const { on, sentOn, emergency } = first.data
    const daysNeeded = await noticeOf(tx, community, id, sentOn, emergency !== undefined)
    const rows = await tx.execute<{ person: string; name: string | null; ways: DeliveryLine['ways'] }>(sql`
      select r.person, d.text as name, coalesce((
        select jsonb_agg(jsonb_build_object('how', v.how, 'on', v.on_day) order by v.on_day, v.noted_at, v.how) from delivery v
        where v.community = r.community and v.meeting = ${id} and v.person = r.person), '[]'::jsonb) as ways
      from roll l join roll_entry r on (r.community, r.roll) = (l.community, l.id)
      join person p on (p.community, p.id) = (r.community, r.person)
      left join disclosure d on (d.community, d.commitment) = (p.community, p.name)
      where l.community = ${community} and l.meeting = ${id} order by r.person`)
    const members = rows.map(({ person, name, ways }): DeliveryLine => {
      const [earliest] = ways
      const daysAhead = earliest === undefined ? null : daysBetween(earliest.on, on)
      return { person, name, ways, daysAhead, inTime: daysAhead !== null && daysAhead >= daysNeeded }
    })
    const reached = members.filter(({ daysAhead }) => daysAhead !== null).length
    return ok({
      sentOn,
      on,
      daysNeeded,
      entitled: members.length,
      reached,
      inTime: members.filter(({ inTime }) => inTime).length,
      toReach: members.length - reached,
      members: isOffice(rights) ? members : [],
    })
  })

/** The strictest notice that the law asks for any item, as it stood when the meeting was called. */
const noticeOf = async (
  tx: Parameters<typeof entriesOf>[0],
  community: string,
  meeting: string,
  sentOn: Day,
  urgent: boolean,
) => {
  const rows = await tx.execute<{ stage: string; matter: string | null; expanded: ExpandedProcedure }>(sql`
    select g.stage, p.matter, a.expanded from agenda g
    join proposal p on (p.community, p.id) = (g.community, g.proposal)
    join adoption a on (a.community, a.id) = (p.community, p.adoption)
    where g.community = ${community} and g.meeting = ${meeting}`)
  const days = rows.map(({ stage: of, matter, expanded }) => {
    const stage = expanded.stages.find(({ id }) => id === of)
    if (stage?.kind !== 'decision') return 0
    const law = lawOn(stage, sentOn, matter ?? undefined)
    return noticeDays(urgent ? law.filter(({ convocation }) => convocation?.emergency !== true) : law)
  })
  return Math.max(0, ...days)
}
