import { sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { Tx } from '../../db/within.ts'
import { toHex } from '../../workflows/format/hash.ts'
import type { BodyKind } from '../../workflows/law/provision.ts'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { type Day, dayOf, daysBetween } from '../../workflows/rules/days.ts'
import { atLeast } from '../../workflows/stages/gate.ts'
import { listRoot } from '../../workflows/verify.ts'
import { add, begin, type HeldChain, hold, meetingChain, nextEntry, write } from '../record/chains.ts'
import { sha256 } from '../record/sha256.ts'
import { disclose, sealText } from '../record/texts.ts'
import { type Actor, act, type Engine, needs } from './act.ts'
import { closed, type HeldCase, holdCase, isRefusal, say, settle } from './advance.ts'
import type { Refusal } from './refusal.ts'

/** One person on a roll, with the groups of it that provisions speak of. */
export interface RollMember {
  readonly person: string
  readonly groups: string[]
}

/** The hash of a list of members or of people, sorted as the record keeps it. */
export const rootOf = (list: readonly unknown[]): string => listRoot(sha256, list)

/** How many of a list stand in each group of the roll. */
const groupCounts = (members: readonly RollMember[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const { groups } of members) for (const group of groups) counts[group] = (counts[group] ?? 0) + 1
  return counts
}

export interface CallMeeting {
  readonly body: BodyKind
  readonly mode?: 'persons' | 'households' | undefined
  /** When it begins; its day at +08:00 is the meeting day. */
  readonly at: Date
  readonly convenedBy: BodyKind
  readonly presider: string
  readonly place: string
  readonly written: boolean
  readonly posted: boolean
  readonly emergency?: string | undefined
  readonly agenda: readonly string[]
}

export interface CalledMeeting {
  readonly meeting: string
  readonly on: Day
  readonly entitled: number
  readonly groups: Readonly<Record<string, number>>
}

/**
 * 会议通知: freezes the roll and calls the body for several proposals at once; each must stand where a meeting is called
 * and let itself be called lawfully, or nothing is written.
 */
export const callMeeting = (engine: Engine, actor: Actor, cmd: CallMeeting): Promise<Result<CalledMeeting, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk')
    if (denied) return refuse(denied)
    const items: HeldCase[] = []
    for (const proposal of [...new Set(cmd.agenda)].sort()) {
      const held = await holdCase(tx, engine, actor.community, proposal)
      if (isRefusal(held)) return refuse(held)
      items.push(held)
    }
    const at = new Date(Math.max(...items.map((item) => item.chain.at.getTime())))
    const sentOn = dayOf(at)
    const on = dayOf(cmd.at)
    const ahead = atLeast('convocation-days', daysBetween(sentOn, on), 0, { on, sentOn })
    const [first] = items
    if (first && !ahead.met) return refuse(closed(first, 'meeting.convened', [ahead]))
    const roll = await rollOf(tx, actor.community, cmd, sentOn, on)
    if (roll.length === 0) return refuse({ code: 'body_empty', body: cmd.body })
    if (!roll.some(({ person }) => person === cmd.presider)) return refuse({ code: 'presider_not_on_roll' })

    const meeting = uuidv7()
    const chain = begin(actor.community, meetingChain(meeting), at)
    const place = sealText(cmd.place)
    const emergency = cmd.emergency === undefined ? undefined : sealText(cmd.emergency)
    const agenda = items.map((item) => ({
      proposal: item.proposal,
      stage: item.case.facts.stage,
      draft: item.case.facts.draft?.n ?? 0,
    }))
    const undrafted = agenda.find(({ draft }) => draft === 0)
    if (undrafted) return refuse({ code: 'not_found', what: 'draft' })
    const mode = cmd.mode === undefined ? {} : { mode: cmd.mode }
    const urgent = emergency ? { emergency: emergency.commitment } : {}
    const { body, convenedBy, written, posted, presider } = cmd
    add(
      chain,
      nextEntry(chain, {
        kind: 'meeting.called',
        actor: actor.account,
        data: {
          body,
          ...mode,
          on,
          at: cmd.at.toISOString(),
          sentOn,
          convenedBy,
          presider,
          written,
          posted,
          place: place.commitment,
          ...urgent,
          agenda,
          roll,
        },
      }),
    )

    const groups = groupCounts(roll)
    const root = rootOf(roll)
    for (const item of items) {
      const put = say(item, actor, 'meeting.convened', {
        ...pointOf(meeting, chain),
        body,
        ...mode,
        draft: item.case.facts.draft?.n ?? 0,
        on,
        sentOn,
        convenedBy,
        written,
        posted,
        ...urgent,
        roll: root,
        entitled: roll.length,
        groups,
      })
      if (isRefusal(put))
        return refuse(put.code === 'gate_closed' && items.length === 1 ? put : unfit(item.proposal, put))
    }

    await disclose(tx, actor.community, emergency ? [place, emergency] : [place])
    await write(tx, engine.keys, chain)
    for (const item of items) await settle(tx, engine, item)
    await keepMeeting(tx, actor.community, {
      meeting,
      cmd,
      on,
      sentOn,
      place: place.commitment,
      at,
      agenda,
      roll,
      root,
    })
    return ok({ meeting, on, entitled: roll.length, groups })
  })

const unfit = (proposal: string, because: Refusal): Refusal =>
  because.code === 'gate_closed' || because.code === 'not_in_this_step' || because.code === 'case_ended'
    ? { code: 'agenda_item_unfit', proposal, because }
    : because

/** Where a meeting's chain stands, as a proposal's chain cites it. */
export const pointOf = (meeting: string, chain: HeldChain) => ({
  meeting,
  meetingSeq: chain.seq,
  meetingHead: toHex(chain.head),
})

/** Who is entitled: the body's voting seats on the day of calling; for an assembly the adults of the meeting day, or one of each household. */
const rollOf = async (
  tx: Tx,
  community: string,
  { body, mode }: CallMeeting,
  sentOn: Day,
  on: Day,
): Promise<RollMember[]> => {
  const assembly = body === 'village-assembly' || body === 'residents-assembly'
  const rows = assembly
    ? await tx.execute<{ person: string; groups: string[] }>(sql`
        select ${mode === 'households' ? sql`distinct on (household)` : sql``} id as person,
          case when sex = 'female' then array['women'] else '{}'::text[] end as groups
        from person
        where community = ${community} and joined_on <= ${sentOn} and (left_on is null or left_on > ${sentOn})
          and birth <= (${on}::date - interval '18 years')
        ${mode === 'households' ? sql`order by household, id` : sql``}`)
    : await tx.execute<{ person: string; groups: string[] }>(sql`
        select person, groups from seat
        where community = ${community} and body = ${body} and voting and in_base
          and starts_on <= ${sentOn} and (ends_on is null or ends_on > ${sentOn})`)
  return rows
    .map(({ person, groups }) => ({ person, groups: [...groups].sort() }))
    .sort((a, b) => (a.person < b.person ? -1 : 1))
}

const keepMeeting = async (
  tx: Tx,
  community: string,
  kept: {
    readonly meeting: string
    readonly cmd: CallMeeting
    readonly on: Day
    readonly sentOn: Day
    readonly place: string
    readonly at: Date
    readonly agenda: readonly { readonly proposal: string; readonly stage: string; readonly draft: number }[]
    readonly roll: readonly RollMember[]
    readonly root: string
  },
): Promise<void> => {
  const { meeting, cmd, on, sentOn, at, agenda, roll } = kept
  await tx.execute(sql`
    insert into meeting (community, id, body, mode, on_day, at, sent_on, presider, place, called_at)
    values (${community}, ${meeting}, ${cmd.body}, ${cmd.mode ?? null}, ${on}, ${cmd.at.toISOString()}::timestamptz, ${sentOn},
      ${cmd.presider}, ${kept.place}, ${at.toISOString()}::timestamptz)`)
  for (const [place, item] of agenda.entries())
    await tx.execute(sql`
      insert into agenda (community, meeting, proposal, stage, draft, place)
      values (${community}, ${meeting}, ${item.proposal}, ${item.stage}, ${item.draft}, ${place + 1})`)
  const id = uuidv7()
  await tx.execute(
    sql`insert into roll (community, id, meeting, root) values (${community}, ${id}, ${meeting}, ${kept.root})`,
  )
  await tx.execute(sql`
    insert into roll_entry (community, roll, person, groups)
    select ${community}::uuid, ${id}::uuid, person, groups
    from jsonb_to_recordset(${JSON.stringify(roll)}::text::jsonb) as r(person uuid, groups text[])`)
}

/** A meeting whose chain this transaction holds. */
export interface HeldMeeting {
  readonly meeting: string
  readonly chain: HeldChain
  readonly on: Day
  readonly outcome: string | undefined
  readonly presider: string
  readonly roll: string
  readonly root: string
}

/** Takes a meeting's chain. */
export const holdMeeting = async (
  tx: Tx,
  { clock }: Engine,
  community: string,
  meeting: string,
): Promise<HeldMeeting | Refusal> => {
  const chain = await hold(tx, clock, community, meetingChain(meeting))
  const [row] = await tx.execute<{ on: Day; outcome: string | null; presider: string; roll: string; root: string }>(sql`
    select m.on_day::text as on, m.outcome, m.presider, r.id as roll, r.root
    from meeting m join roll r on (r.community, r.meeting) = (m.community, m.id)
    where m.community = ${community} and m.id = ${meeting}`)
  return chain && row
    ? { meeting, chain, ...row, outcome: row.outcome ?? undefined }
    : { code: 'not_found', what: 'meeting' }
}

/** Those on the roll who are in the hall now, sorted, and the whole roll. */
export const attendanceOf = async (
  tx: Tx,
  community: string,
  { meeting, roll }: Pick<HeldMeeting, 'meeting' | 'roll'>,
) => {
  const rows = await tx.execute<{ person: string; groups: string[]; present: boolean }>(sql`
    select r.person, r.groups, (a.person is not null and a.left_at is null) as present
    from roll_entry r left join attendance a on (a.community, a.person) = (r.community, r.person) and a.meeting = ${meeting}
    where r.community = ${community} and r.roll = ${roll} order by r.person`)
  const present = rows.filter((row) => row.present)
  const of = (list: readonly RollMember[]) => groupCounts(list)
  const entitledBy = of(rows)
  const presentBy = of(present)
  const groups = Object.fromEntries(
    Object.entries(entitledBy).map(([group, entitled]) => [group, { entitled, present: presentBy[group] ?? 0 }]),
  )
  return {
    people: { entitled: rows.length, present: present.length },
    groups,
    present: present.map(({ person }) => person),
  }
}

/**
 * 会议结束: held, postponed, or without quorum. Each agenda item still waiting learns it: want of quorum is counted, an item
 * that the meeting did not reach is postponed, so that it can be called again.
 */
export const endMeeting = (
  engine: Engine,
  actor: Actor,
  meeting: string,
  cmd: { readonly outcome: 'held' | 'no-quorum' | 'postponed'; readonly reason?: string | undefined },
): Promise<Result<{ readonly outcome: string; readonly told: readonly string[] }, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk')
    if (denied) return refuse(denied)
    const held = await holdMeeting(tx, engine, actor.community, meeting)
    if (isRefusal(held)) return refuse(held)
    if (held.outcome !== undefined) return refuse({ code: 'meeting_ended', outcome: held.outcome })
    const { chain } = held
    const open = await tx.execute<{ id: string }>(sql`
      select id from ballot where community = ${actor.community} and meeting = ${meeting} and closed_at is null`)
    if (open.length > 0) return refuse({ code: 'ballots_still_open', ballots: open.map(({ id }) => id) })

    const { people, groups, present } = await attendanceOf(tx, actor.community, held)
    if (cmd.outcome === 'no-quorum')
      add(chain, nextEntry(chain, { kind: 'roll.called', actor: actor.account, data: { present } }))
    add(chain, nextEntry(chain, { kind: 'meeting.ended', actor: actor.account, data: { outcome: cmd.outcome } }))
    const reason = sealText(cmd.reason ?? (cmd.outcome === 'held' ? '会议结束,本项未付表决' : ''))
    const told: HeldCase[] = []
    for (const proposal of await agendaOf(tx, actor.community, meeting)) {
      const item = await holdCase(tx, engine, actor.community, proposal)
      if (isRefusal(item)) return refuse(item)
      if (item.case.facts.meeting?.meeting !== meeting || stateStep(item) !== 'called') continue
      const point = pointOf(meeting, chain)
      const put =
        cmd.outcome === 'no-quorum'
          ? say(item, actor, 'quorum.missed', { ...point, people, groups })
          : say(item, actor, 'meeting.postponed', { ...point, reason: reason.commitment })
      if (isRefusal(put)) return refuse(put)
      told.push(item)
    }

    if (cmd.outcome !== 'no-quorum' && told.length > 0) await disclose(tx, actor.community, [reason])
    await write(tx, engine.keys, chain)
    for (const item of told) await settle(tx, engine, item)
    await tx.execute(
      sql`update meeting set outcome = ${cmd.outcome} where community = ${actor.community} and id = ${meeting}`,
    )
    return ok({ outcome: cmd.outcome, told: told.map(({ proposal }) => proposal) })
  })

const agendaOf = async (tx: Tx, community: string, meeting: string): Promise<readonly string[]> => {
  const rows = await tx.execute<{ proposal: string }>(sql`
    select distinct proposal from agenda where community = ${community} and meeting = ${meeting} order by proposal`)
  return rows.map(({ proposal }) => proposal)
}

const stateStep = ({ case: c }: HeldCase): unknown => {
  const going: unknown = typeof c.snapshot.value === 'string' ? {} : c.snapshot.value.going
  return typeof going === 'object' && going !== null ? Object.values(going)[0] : undefined
}
