import { sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { Tx } from '../../db/within.ts'
import { stageOf } from '../../workflows/case.ts'
import type { DataOf } from '../../workflows/format/catalogue.ts'
import type { Attested } from '../../workflows/format/entry.ts'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { dayOf } from '../../workflows/rules/days.ts'
import { type PollResult, resultOf } from '../../workflows/stages/election.ts'
import { has } from '../../workflows/stages/gate.ts'
import { lawOn } from '../../workflows/stages/law-on.ts'
import { dueOffices, electionOf, outcomeOf } from '../../workflows/stages/polling.ts'
import { proxiesIn } from '../../workflows/verify.ts'
import { entriesOf, meetingChain } from '../record/chains.ts'
import { citeFiles, filesKnown } from '../record/files.ts'
import { type Actor, act, type Engine, needs } from './act.ts'
import { closed, type HeldCase, holdCase, isRefusal, say, settle } from './advance.ts'
import { stateOf } from './cases.ts'
import { holdMeeting, pointOf } from './meetings.ts'
import type { Refusal } from './refusal.ts'
import { membersOn, statedOf } from './rolls.ts'

/** 选举: votes on paper alone. Nothing here, and nothing anywhere, takes a mark from a phone. */

export interface OpenedPoll {
  readonly poll: string
  readonly entitled: number
  readonly offices: DataOf<'poll.opened'>['offices']
}

/** 开始投票: opens the poll for every office that is still to be filled, on the frozen roll. */
export const openPoll = (
  engine: Engine,
  actor: Actor,
  meeting: string,
  { proposal }: { readonly proposal: string },
): Promise<Result<OpenedPoll, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk')
    if (denied) return refuse(denied)
    const { community } = actor
    const hall = await holdMeeting(tx, engine, community, meeting)
    if (isRefusal(hall)) return refuse(hall)
    if (hall.outcome !== undefined) return refuse({ code: 'meeting_ended', outcome: hall.outcome })
    const held = await holdCase(tx, engine, community, proposal)
    if (isRefusal(held)) return refuse(held)
    const stage = stageOf(held.case)
    if (stage.kind !== 'election') return refuse(closed(held, 'poll.opened', [has('meeting-convened-for-this', false)]))
    const { roll, entitled } = statedOf(await membersOn(tx, community, hall.roll))
    const offices = dueOffices(electionOf(held.case.facts.election, stage))
    const poll = uuidv7()
    const point = pointOf(meeting, hall.chain)
    const put = say(held, actor, 'poll.opened', { ...point, poll, roll, entitled, presider: hall.presider, offices })
    if (isRefusal(put)) return refuse(put)
    await settle(tx, engine, held)
    await tx.execute(sql`
      insert into poll (community, id, proposal, meeting, roll, opened_at)
      values (${community}, ${poll}, ${proposal}, ${meeting}, ${hall.roll}, ${held.chain.at.toISOString()}::timestamptz)`)
    return ok({ poll, entitled, offices })
  })

interface HeldPoll {
  readonly held: HeldCase
  readonly meeting: string
  readonly roll: string
}

/** Takes the meeting and the case of an open poll, in that order, so that no proxy is withdrawn meanwhile. */
const holdPoll = async (tx: Tx, engine: Engine, community: string, poll: string): Promise<HeldPoll | Refusal> => {
  const [row] = await tx.execute<{ proposal: string; meeting: string; roll: string }>(sql`
    select proposal, meeting, roll from poll where community = ${community} and id = ${poll}`)
  if (!row) return { code: 'not_found', what: 'poll' }
  const hall = await holdMeeting(tx, engine, community, row.meeting)
  if (isRefusal(hall)) return hall
  const held = await holdCase(tx, engine, community, row.proposal)
  if (isRefusal(held)) return held
  const closedAt = await closedAtOf(tx, community, poll)
  return closedAt === null ? { held, meeting: row.meeting, roll: row.roll } : { code: 'ballot_closed', closedAt }
}

const closedAtOf = async (tx: Tx, community: string, poll: string): Promise<string | null> => {
  const [row] = await tx.execute<{ closedAt: string | null }>(sql`
    select to_char(closed_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "closedAt"
    from poll where community = ${community} and id = ${poll}`)
  return row?.closedAt ?? null
}

export type Paper = DataOf<'papers.issued'>['papers'][number]

/** 发放选票: one paper a voter of the roll, received in person or by the proxy whom the voter has given one in writing. */
export const issuePollPapers = (
  engine: Engine,
  actor: Actor,
  poll: string,
  { papers }: { readonly papers: readonly Paper[] },
): Promise<Result<{ readonly poll: string; readonly issued: number }, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk')
    if (denied) return refuse(denied)
    const { community } = actor
    const open = await holdPoll(tx, engine, community, poll)
    if (isRefusal(open)) return refuse(open)
    const { held, meeting, roll } = open
    const voters = new Set((await membersOn(tx, community, roll)).map(({ person }) => person))
    if (papers.some(({ voter }) => !voters.has(voter))) return refuse({ code: 'not_on_roll' })
    const given = proxiesIn(await entriesOf(tx, community, meetingChain(meeting)))
    const ungiven = papers.find(
      ({ voter, proxy }) => proxy !== undefined && !given.some((one) => one.principal === voter && one.proxy === proxy),
    )
    if (ungiven) return refuse({ code: 'proxy_not_given', voter: ungiven.voter })
    const put = say(held, actor, 'papers.issued', { poll, papers: [...papers] })
    if (isRefusal(put)) return refuse(put)
    await settle(tx, engine, held)
    await tx.execute(sql`
      insert into paper_issue (community, poll, voter, roll, proxy, issued_at)
      select ${community}::uuid, ${poll}::uuid, voter, ${roll}::uuid, proxy, ${held.chain.at.toISOString()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(papers)}::text::jsonb) as r(voter uuid, proxy uuid)`)
    return ok({ poll, issued: held.case.facts.election?.poll?.papers.size ?? 0 })
  })

export type PollTally = DataOf<'poll.tallied'>

/** 计票: enters what two tellers counted, box by box; the newest entered before the close counts. */
export const enterPollTally = async (
  tx: Tx,
  engine: Engine,
  { community, account }: Pick<Actor, 'community' | 'account'>,
  tally: PollTally,
  attested: Attested,
): Promise<Result<{ readonly poll: string }, Refusal>> => {
  const { poll, tellers, files = [] } = tally
  const open = await holdPoll(tx, engine, community, poll)
  if (isRefusal(open)) return refuse(open)
  if (!(await filesKnown(tx, community, files))) return refuse({ code: 'not_found', what: 'file' })
  const known = await tx.execute(sql`
    select id from person where community = ${community}
      and id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(tellers)}::text::jsonb))`)
  if (known.length !== new Set(tellers).size) return refuse({ code: 'not_found', what: 'person' })
  const put = say(open.held, { account }, 'poll.tallied', tally, { attested })
  if (isRefusal(put)) return refuse(put)
  await settle(tx, engine, open.held)
  await citeFiles(tx, put.entry, files)
  return ok({ poll })
}

export interface ClosedPoll extends PollResult {
  readonly poll: string
  readonly state: Readonly<Record<string, unknown>>
}

/** 投票结束: what the boxes come to by the law of the day. Closing again answers the same. */
export const closePoll = (engine: Engine, actor: Actor, poll: string): Promise<Result<ClosedPoll, Refusal>> =>
  act(engine, actor, async (tx, rights): Promise<Result<ClosedPoll, Refusal>> => {
    const denied = needs(rights, 'clerk')
    if (denied) return refuse(denied)
    const { community } = actor
    const open = await holdPoll(tx, engine, community, poll)
    if (isRefusal(open)) return open.code === 'ballot_closed' ? closedBefore(tx, engine, community, poll) : refuse(open)
    const { held } = open
    const stage = stageOf(held.case)
    const { election, matter } = held.case.facts
    const outcome =
      stage.kind === 'election' && election
        ? outcomeOf(election, lawOn(stage, dayOf(held.chain.at), matter), stage)
        : undefined
    const put = say(held, actor, 'poll.closed', { poll })
    if (isRefusal(put)) return refuse(put)
    await settle(tx, engine, held)
    const result = resultOf(outcome ?? new Map())
    await tx.execute(sql`
      update poll set closed_at = ${held.chain.at.toISOString()}::timestamptz, result = ${JSON.stringify(result)}::text::jsonb
      where community = ${community} and id = ${poll}`)
    return ok({ poll, ...result, state: stateOf(held.case) })
  })

const closedBefore = async (
  tx: Tx,
  engine: Engine,
  community: string,
  poll: string,
): Promise<Result<ClosedPoll, Refusal>> => {
  const [row] = await tx.execute<{ proposal: string; result: PollResult | null }>(sql`
    select proposal, result from poll where community = ${community} and id = ${poll}`)
  if (!row?.result) return refuse({ code: 'not_found', what: 'poll' })
  const held = await holdCase(tx, engine, community, row.proposal)
  return isRefusal(held) ? refuse(held) : ok({ poll, ...row.result, state: stateOf(held.case) })
}

export interface PollView {
  readonly id: string
  readonly proposal: string
  readonly meeting: string
  readonly openedAt: string
  readonly closedAt: string | null
  readonly entitled: number
  /** How many papers are out, and how many of them with proxies. */
  readonly issued: number
  readonly byProxy: number
  /** What it came to, once it is closed. */
  readonly result: PollResult | null
}

/** One poll: papers given out, and what it came to. Who has come is the office's to know, and who marked whom nobody's. */
export const poll = (engine: Engine, actor: Actor, id: string): Promise<Result<PollView, Refusal>> =>
  act(engine, actor, async (tx) => {
    const [row] = await tx.execute<PollView & Record<string, unknown>>(sql`
      select p.id, p.proposal, p.meeting, p.result,
        to_char(p.opened_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "openedAt",
        to_char(p.closed_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "closedAt",
        (select count(*)::int from roll_entry r where (r.community, r.roll) = (p.community, p.roll)) as entitled,
        (select count(*)::int from paper_issue i where (i.community, i.poll) = (p.community, p.id)) as issued,
        (select count(i.proxy)::int from paper_issue i where (i.community, i.poll) = (p.community, p.id)) as "byProxy"
      from poll p where p.community = ${actor.community} and p.id = ${id}`)
    return row ? ok(row) : refuse({ code: 'not_found', what: 'poll' })
  })
