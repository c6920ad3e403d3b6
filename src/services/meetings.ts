import { sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { Tx } from '../../db/within.ts'
import { stageOf } from '../../workflows/case.ts'
import { toHex } from '../../workflows/format/hash.ts'
import { presidersOf } from '../../workflows/law/all.ts'
import type { BodyKind, Mode } from '../../workflows/law/provision.ts'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { type Day, dayOf, daysBetween } from '../../workflows/rules/days.ts'
import { atLeast } from '../../workflows/stages/gate.ts'
import { lawOn } from '../../workflows/stages/law-on.ts'
import { weighedBy } from '../../workflows/stages/verdict.ts'
import { countIn } from '../../workflows/verify.ts'
import { add, begin, communityChain, type HeldChain, hold, meetingChain, nextEntry, write } from '../record/chains.ts'
import { disclose, sealText } from '../record/texts.ts'
import { type Actor, act, type Engine, needs } from './act.ts'
import { closed, type HeldCase, holdCase, isRefusal, type OnPaper, say, settle } from './advance.ts'
import { answerTo, signaturesOf } from './demands.ts'
import type { Refusal, RefusalOf } from './refusal.ts'
import { enrol, membersOn, type RollMember, rollOn, statedOf } from './rolls.ts'

export interface CallMeeting {
  readonly body: BodyKind
  readonly mode?: Mode | undefined
  /** When it begins; its day at +08:00 is the meeting day. */
  readonly at: Date
  readonly convenedBy: BodyKind
  readonly presider: string
  readonly place: string
  readonly written: boolean
  readonly posted: boolean
  /** Why it could not wait, and which body that may call the meeting decided so. */
  readonly emergency?: { readonly reason: string; readonly decidedBy: BodyKind } | undefined
  /** The demand that the meeting answers. */
  readonly demand?: string | undefined
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
    const called = await callIn(tx, engine, actor, cmd)
    return called.ok ? ok(called.value.called) : called
  })

/** A meeting just called, with its chain and its cases still held. */
export interface MeetingUnderWay {
  readonly called: CalledMeeting
  readonly chain: HeldChain
  readonly items: readonly HeldCase[]
  readonly roll: readonly RollMember[]
  readonly root: string
}

/** Calls a meeting within a transaction under way. One called on paper earlier was sent on the day that is attested. */
export const callIn = async (
  tx: Tx,
  engine: Engine,
  actor: Pick<Actor, 'community' | 'account'>,
  cmd: CallMeeting,
  paper: OnPaper = {},
): Promise<Result<MeetingUnderWay, Refusal>> => {
  // The community's chain is held so that a demand is answered once, and that the record tells by which seats and units the roll was made.
  const register = await hold(tx, engine.clock, actor.community, communityChain)
  const items: HeldCase[] = []
  for (const proposal of [...new Set(cmd.agenda)].sort()) {
    const held = await holdCase(tx, engine, actor.community, proposal)
    if (isRefusal(held)) return refuse(held)
    items.push(held)
  }
  const at = new Date(Math.max(register?.at.getTime() ?? 0, ...items.map((item) => item.chain.at.getTime())))
  const sentOn = paper.occurredOn ?? dayOf(at)
  const on = dayOf(cmd.at)
  const ahead = atLeast('convocation-days', daysBetween(sentOn, on), 0, { on, sentOn })
  const [first] = items
  if (first && !ahead.met) return refuse(closed(first, 'meeting.convened', [ahead]))
  const roll = await rollOn(tx, actor.community, cmd, sentOn, on)
  if (roll.length === 0) return refuse({ code: 'body_empty', body: cmd.body })
  const unweighed = items.map((item) => unstatedFor(item, roll, sentOn)).find((refusal) => refusal !== undefined)
  if (unweighed) return refuse(unweighed)
  const presidesAs = await presidesOver(tx, actor.community, cmd, on)
  if (presidesAs === undefined && !roll.some(({ person }) => person === cmd.presider))
    return refuse({ code: 'presider_not_on_roll' })
  const demand = cmd.demand === undefined ? undefined : await signaturesOf(tx, actor.community, cmd.demand, sentOn)
  if (demand && 'code' in demand) return refuse(demand)
  if (demand && demand.body !== cmd.body) return refuse({ code: 'demand_for_another_body', body: demand.body })
  const answer = cmd.demand === undefined ? undefined : await answerTo(tx, actor.community, cmd.demand)
  if (answer !== undefined) return refuse({ code: 'demand_answered', meeting: answer })

  const meeting = uuidv7()
  const chain = begin(actor.community, meetingChain(meeting), at)
  const place = sealText(cmd.place)
  const emergency = cmd.emergency === undefined ? undefined : sealText(cmd.emergency.reason)
  const agenda = items.map((item) => ({
    proposal: item.proposal,
    stage: item.case.facts.stage,
    draft: item.case.facts.draft?.n ?? 0,
  }))
  const undrafted = agenda.find(({ draft }) => draft === 0)
  if (undrafted) return refuse({ code: 'not_found', what: 'draft' })
  const mode = cmd.mode === undefined ? {} : { mode: cmd.mode }
  const urgent =
    emergency && cmd.emergency ? { emergency: emergency.commitment, emergencyBy: cmd.emergency.decidedBy } : {}
  const besides = {
    ...urgent,
    ...(presidesAs === undefined ? {} : { presidesAs }),
    ...(demand && cmd.demand !== undefined
      ? { demand: { demand: cmd.demand, of: demand.of, have: demand.have, base: demand.base } }
      : {}),
  }
  const { body, convenedBy, written, posted, presider } = cmd
  add(
    chain,
    nextEntry(chain, {
      kind: 'meeting.called',
      actor: actor.account,
      ...paper,
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
        ...besides,
        agenda,
        roll: [...roll],
        ...(register && body === 'owners' ? { unitsSeq: register.seq } : {}),
        ...(register ? { seatsSeq: register.seq } : {}),
      },
    }),
  )

  const stated = statedOf(roll)
  const { entitled, groups, roll: root } = stated
  for (const item of items) {
    const put = say(
      item,
      actor,
      'meeting.convened',
      {
        ...pointOf(meeting, chain),
        body,
        ...mode,
        draft: item.case.facts.draft?.n ?? 0,
        on,
        sentOn,
        convenedBy,
        written,
        posted,
        ...besides,
        ...stated,
      },
      paper,
    )
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
    presidesAs,
  })
  return ok({ called: { meeting, on, entitled, groups }, chain, items, roll, root })
}

/** The first of the bodies whose members preside over this one in which the presider sits that day. */
export const presidesOver = async (
  tx: Tx,
  community: string,
  { body, presider }: { readonly body: BodyKind; readonly presider: string },
  on: Day,
): Promise<BodyKind | undefined> => {
  const presiding = presidersOf(body, on)
  const rows = await tx.execute<{ body: BodyKind }>(sql`
    select body from seat where community = ${community} and person = ${presider} and voting
      and starts_on <= ${on} and (ends_on is null or ends_on > ${on})`)
  const sits = new Set(rows.map((row) => row.body))
  return presiding.find((one) => sits.has(one))
}

/** Where a matter is weighed by the households behind the representatives, every one of them says how many. */
const unstatedFor = (
  { case: c }: HeldCase,
  roll: readonly RollMember[],
  day: Day,
): RefusalOf<'households_unstated'> | undefined => {
  const stage = stageOf(c)
  const law = stage.kind === 'decision' ? lawOn(stage, day, c.facts.matter) : []
  const [weighing] = weighedBy(law, 'represented')
  const people = roll
    .filter(({ groups, represented }) => groups.includes('representatives') && represented === undefined)
    .map(({ person }) => person)
  return weighing && people.length > 0 ? { code: 'households_unstated', people, cite: weighing.cite } : undefined
}

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
    readonly presidesAs: BodyKind | undefined
  },
): Promise<void> => {
  const { meeting, cmd, on, sentOn, at, agenda, roll } = kept
  await tx.execute(sql`
    insert into meeting (community, id, body, mode, on_day, at, sent_on, presider, presides_as, demand, place, called_at)
    values (${community}, ${meeting}, ${cmd.body}, ${cmd.mode ?? null}, ${on}, ${cmd.at.toISOString()}::timestamptz, ${sentOn},
      ${cmd.presider}, ${kept.presidesAs ?? null}, ${cmd.demand ?? null}, ${kept.place}, ${at.toISOString()}::timestamptz)`)
  for (const [place, item] of agenda.entries())
    await tx.execute(sql`
      insert into agenda (community, meeting, proposal, stage, draft, place)
      values (${community}, ${meeting}, ${item.proposal}, ${item.stage}, ${item.draft}, ${place + 1})`)
  const id = uuidv7()
  await tx.execute(
    sql`insert into roll (community, id, meeting, root) values (${community}, ${id}, ${meeting}, ${kept.root})`,
  )
  await enrol(tx, community, id, roll)
}

/** A meeting whose chain this transaction holds. */
export interface HeldMeeting {
  readonly meeting: string
  readonly chain: HeldChain
  readonly on: Day
  readonly outcome: string | undefined
  readonly presider: string
  readonly body: BodyKind
  readonly mode: Mode | undefined
  readonly roll: string
  readonly root: string
}

/** Takes a meeting's chain; after the community's, where what is said there is to bear it out. */
export const holdMeeting = async (
  tx: Tx,
  { clock }: Engine,
  community: string,
  meeting: string,
  register?: HeldChain,
): Promise<HeldMeeting | Refusal> => {
  const chain = await hold(tx, clock, community, meetingChain(meeting), register)
  const [row] = await tx.execute<{
    on: Day
    outcome: string | null
    presider: string
    body: BodyKind
    mode: Mode | null
    roll: string
    root: string
  }>(sql`
    select m.on_day::text as on, m.outcome, m.presider, m.body, m.mode, r.id as roll, r.root
    from meeting m join roll r on (r.community, r.meeting) = (m.community, m.id)
    where m.community = ${community} and m.id = ${meeting}`)
  return chain && row
    ? { meeting, chain, ...row, outcome: row.outcome ?? undefined, mode: row.mode ?? undefined }
    : { code: 'not_found', what: 'meeting' }
}

/** The roll and who of it is in the hall now, sorted, with the shares by every measure that the roll knows. */
export const attendanceOf = async (
  tx: Tx,
  community: string,
  { meeting, roll }: Pick<HeldMeeting, 'meeting' | 'roll'>,
) => {
  const members = await membersOn(tx, community, roll)
  const rows = await tx.execute<{ person: string }>(sql`
    select person from attendance where community = ${community} and meeting = ${meeting} and left_at is null`)
  const here = new Set(rows.map(({ person }) => person))
  const present = members.flatMap(({ person }) => (here.has(person) ? [person] : []))
  return { ...countIn(members, here), members, present }
}

export interface EndMeeting {
  readonly outcome: 'held' | 'no-quorum' | 'postponed'
  readonly reason?: string | undefined
}

export interface EndedMeeting {
  readonly outcome: string
  /** The items that still wait: each is carried over, and a new convocation is due for it. */
  readonly told: readonly string[]
  readonly items: readonly {
    readonly proposal: string
    readonly outcome: 'decided' | 'carried-over' | 'no-quorum' | 'left-agenda'
    readonly newConvocation: boolean
  }[]
}

/**
 * 会议结束: held, postponed, or without quorum; before its day it can only be postponed. Each agenda item still waiting learns
 * it: want of quorum is counted, an item that the meeting did not reach is postponed, so that it can be called again.
 */
export const endMeeting = (
  engine: Engine,
  actor: Actor,
  meeting: string,
  cmd: EndMeeting,
): Promise<Result<EndedMeeting, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk')
    return denied ? refuse(denied) : endIn(tx, engine, actor, meeting, cmd)
  })

/** The same within a transaction under way. */
export const endIn = async (
  tx: Tx,
  engine: Engine,
  actor: Pick<Actor, 'community' | 'account'>,
  meeting: string,
  cmd: EndMeeting,
  paper: OnPaper = {},
): Promise<Result<EndedMeeting, Refusal>> => {
  const held = await holdMeeting(tx, engine, actor.community, meeting)
  if (isRefusal(held)) return refuse(held)
  if (held.outcome !== undefined) return refuse({ code: 'meeting_ended', outcome: held.outcome })
  const { chain } = held
  const ballots = await tx.execute<{ id: string; proposal: string; open: boolean }>(sql`
      select id, proposal, closed_at is null as open from ballot where community = ${actor.community} and meeting = ${meeting}
      union all select id, proposal, closed_at is null from poll where community = ${actor.community} and meeting = ${meeting}`)
  const open = ballots.filter((ballot) => ballot.open)
  if (open.length > 0) return refuse({ code: 'ballots_still_open', ballots: open.map(({ id }) => id) })
  if (cmd.outcome !== 'postponed' && (paper.occurredOn ?? dayOf(chain.at)) < held.on)
    return refuse({ code: 'meeting_not_begun' })

  const { people, groups, measures, present } = await attendanceOf(tx, actor.community, held)
  const shares = { people, groups, ...(measures ? { measures } : {}) }
  if (cmd.outcome === 'no-quorum')
    add(chain, nextEntry(chain, { kind: 'roll.called', actor: actor.account, ...paper, data: { present } }))
  add(
    chain,
    nextEntry(chain, { kind: 'meeting.ended', actor: actor.account, ...paper, data: { outcome: cmd.outcome } }),
  )
  const reason = sealText(cmd.reason ?? (cmd.outcome === 'held' ? '会议结束,本项未付表决' : ''))
  const told: HeldCase[] = []
  const items: EndedMeeting['items'][number][] = []
  for (const proposal of await agendaOf(tx, actor.community, meeting)) {
    const item = await holdCase(tx, engine, actor.community, proposal)
    if (isRefusal(item)) return refuse(item)
    if (item.case.facts.meeting?.meeting !== meeting || stateStep(item) !== 'called') {
      const put = ballots.some((ballot) => ballot.proposal === proposal)
      items.push({ proposal, outcome: put ? 'decided' : 'left-agenda', newConvocation: false })
      continue
    }
    const outcome = cmd.outcome === 'no-quorum' ? 'no-quorum' : 'carried-over'
    items.push({ proposal, outcome, newConvocation: true })
    const point = pointOf(meeting, chain)
    const put =
      cmd.outcome === 'no-quorum'
        ? say(item, actor, 'quorum.missed', { ...point, ...shares }, paper)
        : say(item, actor, 'meeting.postponed', { ...point, reason: reason.commitment }, paper)
    if (isRefusal(put)) return refuse(put)
    told.push(item)
  }

  if (cmd.outcome !== 'no-quorum' && told.length > 0) await disclose(tx, actor.community, [reason])
  await write(tx, engine.keys, chain)
  for (const item of told) await settle(tx, engine, item)
  await tx.execute(
    sql`update meeting set outcome = ${cmd.outcome} where community = ${actor.community} and id = ${meeting}`,
  )
  return ok({ outcome: cmd.outcome, told: told.map(({ proposal }) => proposal), items })
}

/** The proposals of a meeting, in the order in which their chains are held. */
export const agendaOf = async (tx: Tx, community: string, meeting: string): Promise<readonly string[]> => {
  const rows = await tx.execute<{ proposal: string }>(sql`
    select distinct proposal from agenda where community = ${community} and meeting = ${meeting} order by proposal`)
  return rows.map(({ proposal }) => proposal)
}

/** The step in which a case stands, if it is going. */
export const stateStep = ({ case: c }: HeldCase): unknown => {
  const going: unknown = typeof c.snapshot.value === 'string' ? {} : c.snapshot.value.going
  return typeof going === 'object' && going !== null ? Object.values(going)[0] : undefined
}
