import { sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { Tx } from '../../db/within.ts'
import { stageOf } from '../../workflows/case.ts'
import type { DataOf, Motion } from '../../workflows/format/catalogue.ts'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { dayOf } from '../../workflows/rules/days.ts'
import { quorumGrounds, verdictOf } from '../../workflows/stages/decision.ts'
import type { GateGround } from '../../workflows/stages/gate.ts'
import { add, nextEntry, write } from '../record/chains.ts'
import { sealText } from '../record/texts.ts'
import { type Actor, act, type Engine, needs } from './act.ts'
import { holdCase, isRefusal, type OnPaper, say, settle } from './advance.ts'
import { RecordDisagrees, stateOf } from './cases.ts'
import { attendanceOf, holdMeeting, pointOf } from './meetings.ts'
import type { Refusal } from './refusal.ts'
import { rootOf } from './rolls.ts'

export interface OpenBallot {
  readonly proposal: string
  readonly motion: Motion
  /** Why a draft that failed is put again. */
  readonly again?: string | undefined
}

export interface OpenedBallot {
  readonly ballot: string
  readonly motion: Motion
  readonly draft: number
  readonly people: { readonly entitled: number; readonly present: number }
  readonly groups: Readonly<Record<string, { readonly entitled: number; readonly present: number }>>
  /** The quorum with its numbers, met as it is. */
  readonly grounds: readonly GateGround[]
}

/**
 * Calls the roll and puts the question. The present are frozen as the voters of this ballot; without quorum, or where
 * anything else is missing, it is refused with every ground and nothing is written.
 */
export const openBallot = (
  engine: Engine,
  actor: Actor,
  meeting: string,
  cmd: OpenBallot,
): Promise<Result<OpenedBallot, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk')
    return denied ? refuse(denied) : openBallotIn(tx, engine, actor, meeting, cmd)
  })

/** The same within a transaction under way; a ballot on paper was put on the day that is attested. */
export const openBallotIn = async (
  tx: Tx,
  engine: Engine,
  actor: Pick<Actor, 'community' | 'account'>,
  meeting: string,
  cmd: OpenBallot,
  paper: OnPaper = {},
): Promise<Result<OpenedBallot, Refusal>> => {
  const hall = await holdMeeting(tx, engine, actor.community, meeting)
  if (isRefusal(hall)) return refuse(hall)
  if (hall.outcome !== undefined) return refuse({ code: 'meeting_ended', outcome: hall.outcome })
  const held = await holdCase(tx, engine, actor.community, cmd.proposal)
  if (isRefusal(held)) return refuse(held)
  const { draft, stage } = held.case.facts
  if (!draft) return refuse({ code: 'not_found', what: 'draft' })

  const ballot = uuidv7()
  const { people, groups, present } = await attendanceOf(tx, actor.community, hall)
  add(
    hall.chain,
    nextEntry(hall.chain, { kind: 'roll.called', actor: actor.account, ...paper, data: { for: ballot, present } }),
  )
  const again = cmd.again === undefined ? undefined : sealText(cmd.again)
  const put = say(
    held,
    actor,
    'ballot.opened',
    {
      ...pointOf(meeting, hall.chain),
      ballot,
      motion: cmd.motion,
      draft: draft.n,
      draftText: draft.text,
      roll: hall.root,
      present: rootOf(present),
      people,
      groups,
      presider: hall.presider,
      ...(again ? { again: again.commitment } : {}),
    },
    paper,
  )
  if (isRefusal(put)) return refuse(put)
  const now = stageOf(held.case)
  if (now.kind !== 'decision') throw new RecordDisagrees('a ballot opened outside a decision')

  await write(tx, engine.keys, hall.chain)
  await settle(tx, engine, held, again ? [again] : [])
  await tx.execute(sql`
      insert into ballot (community, id, proposal, meeting, stage, draft, motion, roll, roll_call, opened_at)
      values (${actor.community}, ${ballot}, ${cmd.proposal}, ${meeting}, ${stage}, ${draft.n}, ${cmd.motion}, ${hall.roll},
        ${now.rollCall}, ${held.chain.at.toISOString()}::timestamptz)`)
  await tx.execute(sql`
      insert into voter (community, ballot, person, roll)
      select ${actor.community}::uuid, ${ballot}::uuid, value::uuid, ${hall.roll}::uuid
      from jsonb_array_elements_text(${JSON.stringify(present)}::text::jsonb)`)
  const grounds = quorumGrounds(now, { people, groups }, paper.occurredOn ?? dayOf(held.chain.at))
  return ok({ ballot, motion: cmd.motion, draft: draft.n, people, groups, grounds })
}

export interface ClosedBallot {
  readonly ballot: string
  readonly carried: boolean
  readonly tally: Pick<DataOf<'ballot.closed'>, 'people' | 'groups'>
  readonly grounds: readonly GateGround[]
  readonly state: Readonly<Record<string, unknown>>
}

/** 表决结束: counts under the chain's lock, so that no vote falls between count and close. Closing again answers the same. */
export const closeBallot = (engine: Engine, actor: Actor, ballot: string): Promise<Result<ClosedBallot, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk')
    return denied ? refuse(denied) : closeBallotIn(tx, engine, actor, ballot)
  })

/** The same within a transaction under way. */
export const closeBallotIn = async (
  tx: Tx,
  engine: Engine,
  actor: Pick<Actor, 'community' | 'account'>,
  ballot: string,
  paper: OnPaper = {},
): Promise<Result<ClosedBallot, Refusal>> => {
  const [where] = await tx.execute<{ proposal: string }>(sql`
      select proposal from ballot where community = ${actor.community} and id = ${ballot}`)
  if (!where) return refuse({ code: 'not_found', what: 'ballot' })
  const held = await holdCase(tx, engine, actor.community, where.proposal)
  if (isRefusal(held)) return refuse(held)
  const closed = await closedBefore(tx, actor.community, ballot)
  if (closed) return ok({ ...closed, state: stateOf(held.case) })

  const stage = stageOf(held.case)
  const motion = held.case.facts.ballot?.motion
  const voters = held.case.facts.ballot?.voters.size
  const tally = await tallyOf(tx, actor.community, ballot)
  const counted = tally.people.yes + tally.people.no + tally.people.abstain
  if (stage.kind !== 'decision' || motion === undefined || voters !== counted)
    throw new RecordDisagrees(`ballot ${ballot}: ${counted} votes stored, ${voters} in the record`)
  const put = say(held, actor, 'ballot.closed', { ballot, ...tally }, paper)
  if (isRefusal(put)) return refuse(put)
  const { met, grounds } = verdictOf(stage, motion, tally, paper.occurredOn ?? dayOf(held.chain.at))
  await settle(tx, engine, held)
  await tx.execute(sql`
      update ballot set closed_at = ${held.chain.at.toISOString()}::timestamptz, carried = ${met},
        tally = ${JSON.stringify({ tally, grounds })}::text::jsonb
      where community = ${actor.community} and id = ${ballot}`)
  return ok({ ballot, carried: met, tally, grounds, state: stateOf(held.case) })
}

type Kept = Pick<ClosedBallot, 'tally' | 'grounds'>

const closedBefore = async (tx: Tx, community: string, ballot: string) => {
  const [row] = await tx.execute<{ carried: boolean | null; kept: Kept | null }>(sql`
    select carried, tally as kept from ballot where community = ${community} and id = ${ballot}`)
  return row?.kept && row.carried !== null ? { ballot, carried: row.carried, ...row.kept } : undefined
}

const noVotes = { entitled: 0, present: 0, yes: 0, no: 0, abstain: 0, spoiled: 0 }

/** Counts the stored votes of a ballot over its roll, each as last corrected, as a whole and by the roll's groups. */
export const tallyOf = async (
  tx: Tx,
  community: string,
  ballot: string,
): Promise<Pick<DataOf<'ballot.closed'>, 'people' | 'groups'>> => {
  const rows = await tx.execute<{
    groups: string[]
    present: boolean
    choice: 'yes' | 'no' | 'abstain' | null
    n: number
  }>(sql`
    select r.groups, (v.person is not null) as present, coalesce(k.choice, c.choice) as choice, count(*)::int as n
    from ballot b
    join roll_entry r on (r.community, r.roll) = (b.community, b.roll)
    left join voter v on (v.community, v.ballot, v.person) = (b.community, b.id, r.person)
    left join vote c on (c.community, c.ballot, c.person) = (b.community, b.id, r.person)
    left join lateral (select choice from vote_correction k where (k.community, k.ballot, k.person) = (b.community, b.id, r.person)
      order by n desc limit 1) k on true
    where b.community = ${community} and b.id = ${ballot} group by 1, 2, 3`)
  const people = { ...noVotes }
  const groups: Record<string, typeof noVotes> = {}
  for (const { groups: names, present, choice, n } of rows)
    for (const into of [people, ...names.map((name) => (groups[name] ??= { ...noVotes }))]) {
      into.entitled += n
      if (present) into.present += n
      if (choice) into[choice] += n
    }
  return { people, groups }
}
