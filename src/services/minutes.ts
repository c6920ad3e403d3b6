import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/within.ts'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { add, nextEntry, write } from '../record/chains.ts'
import { disclose, sealText } from '../record/texts.ts'
import { type Actor, act, type Engine, needs } from './act.ts'
import { isRefusal, type OnPaper } from './advance.ts'
import { holdMeeting } from './meetings.ts'
import type { Refusal } from './refusal.ts'

export interface WrittenMinutes {
  readonly n: number
  /** The hash that the presider's approval names. */
  readonly commitment: string
}

interface Newest {
  readonly [column: string]: unknown
  readonly n: number
  readonly commitment: string
  readonly writtenBy: string
  readonly approvedAt: string | null
  readonly text: string | null
}

/** The newest version; the approved one is the newest, since none is written after it. */
const newestOf = async (tx: Tx, community: string, meeting: string): Promise<Newest | undefined> => {
  const [row] = await tx.execute<Newest>(sql`
    select m.n, m.text as commitment, m.written_by as "writtenBy", d.text,
      to_char(m.approved_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "approvedAt"
    from minutes m left join disclosure d on (d.community, d.commitment) = (m.community, m.text)
    where m.community = ${community} and m.meeting = ${meeting} order by m.n desc limit 1`)
  return row
}

/** 整理会议记录: the recorder's text over the version that was read, 0 for none; the same text again changes nothing. */
export const writeMinutes = (
  engine: Engine,
  actor: Actor,
  meeting: string,
  cmd: { readonly text: string; readonly over: number },
): Promise<Result<WrittenMinutes, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk')
    if (denied) return refuse(denied)
    const { community, account } = actor
    const held = await holdMeeting(tx, engine, community, meeting)
    if (isRefusal(held)) return refuse(held)
    const newest = await newestOf(tx, community, meeting)
    if (newest && newest.approvedAt !== null) return refuse({ code: 'minutes_approved', at: newest.approvedAt })
    const text = sealText(cmd.text)
    if (newest?.text === text.text) return ok({ n: newest.n, commitment: newest.commitment })
    const n = newest?.n ?? 0
    if (cmd.over !== n) return refuse({ code: 'minutes_changed', newest: n })

    await disclose(tx, community, [text])
    await tx.execute(sql`
      insert into minutes (community, meeting, n, text, written_by, written_at)
      values (${community}, ${meeting}, ${n + 1}, ${text.commitment}, ${account}, ${held.chain.at.toISOString()}::timestamptz)`)
    return ok({ n: n + 1, commitment: text.commitment })
  })

export interface ApprovedMinutes {
  readonly n: number
  readonly at: string
}

/** 签认: the presider, by an own account, approves the text that was read; it is frozen into the record. */
export const approveMinutes = (
  engine: Engine,
  actor: Actor,
  meeting: string,
  cmd: { readonly commitment: string },
): Promise<Result<ApprovedMinutes, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const { community } = actor
    const [row] = await tx.execute<{ presider: string }>(sql`
      select presider from meeting where community = ${community} and id = ${meeting}`)
    if (!row) return refuse({ code: 'not_found', what: 'meeting' })
    if (rights.person !== row.presider) return refuse({ code: 'forbidden', needs: ['presider'] })
    return approveIn(tx, engine, actor, { meeting, ...cmd, presider: row.presider })
  })

/** The signature of a presider who has no account, on paper; whoever has one approves by it. */
export const approveOnPaper = async (
  tx: Tx,
  engine: Engine,
  by: Pick<Actor, 'community' | 'account'>,
  { meeting, commitment }: { readonly meeting: string; readonly commitment: string },
  paper: OnPaper,
): Promise<Result<ApprovedMinutes, Refusal>> => {
  const [row] = await tx.execute<{ presider: string; account: string | null }>(sql`
    select m.presider, a.id as account from meeting m
    left join account a on (a.community, a.person) = (m.community, m.presider) and a.disabled_at is null
    where m.community = ${by.community} and m.id = ${meeting}`)
  if (!row) return refuse({ code: 'not_found', what: 'meeting' })
  if (row.account !== null) return refuse({ code: 'presider_has_account' })
  return approveIn(tx, engine, by, { meeting, commitment, presider: row.presider }, paper)
}

const approveIn = async (
  tx: Tx,
  engine: Engine,
  { community, account }: Pick<Actor, 'community' | 'account'>,
  {
    meeting,
    commitment,
    presider,
  }: { readonly meeting: string; readonly commitment: string; readonly presider: string },
  paper: OnPaper = {},
): Promise<Result<ApprovedMinutes, Refusal>> => {
  const held = await holdMeeting(tx, engine, community, meeting)
  if (isRefusal(held)) return refuse(held)
  // Another may have taken the chair since the question who presides was asked.
  if (held.presider !== presider) return refuse({ code: 'forbidden', needs: ['presider'] })
  if (held.outcome === undefined) return refuse({ code: 'meeting_not_ended' })
  if (paper.occurredOn !== undefined && paper.occurredOn < held.on)
    return refuse({ code: 'day_too_early', day: paper.occurredOn, earliest: held.on })
  const newest = await newestOf(tx, community, meeting)
  if (!newest) return refuse({ code: 'minutes_not_written' })
  if (newest.approvedAt !== null) return refuse({ code: 'minutes_approved', at: newest.approvedAt })
  if (newest.commitment !== commitment) return refuse({ code: 'minutes_changed', newest: newest.n })

  const { chain } = held
  const at = chain.at.toISOString()
  const data = { text: commitment, recorder: newest.writtenBy, presider }
  add(chain, nextEntry(chain, { kind: 'minutes.approved', actor: account, ...paper, data }))
  await write(tx, engine.keys, chain)
  await tx.execute(sql`
    update minutes set approved_at = ${at}::timestamptz
    where community = ${community} and meeting = ${meeting} and n = ${newest.n}`)
  return ok({ n: newest.n, at })
}
