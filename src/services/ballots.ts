import { sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { Tx } from '../../db/within.ts'
import { outOfStep, stageOf } from '../../workflows/case.ts'
import type { Motion, WayOfVoting } from '../../workflows/format/catalogue.ts'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { dayOf } from '../../workflows/rules/days.ts'
import { smallIn } from '../../workflows/secrecy.ts'
import type { Counted } from '../../workflows/stages/counting.ts'
import type { GateGround } from '../../workflows/stages/gate.ts'
import { lawOn } from '../../workflows/stages/law-on.ts'
import { groupsAsked, quorumGrounds, verdictOf } from '../../workflows/stages/verdict.ts'
import { withinIssued } from '../../workflows/stages/voting.ts'
import { ballotBase, type Members } from '../../workflows/verify.ts'
import { add, nextEntry, write } from '../record/chains.ts'
import { sealText } from '../record/texts.ts'
import { type Actor, act, type Engine, needs } from './act.ts'
import { holdCase, isRefusal, type OnPaper, say, settle } from './advance.ts'
import { RecordDisagrees, stateOf } from './cases.ts'
import { attendanceOf, holdMeeting, pointOf } from './meetings.ts'
import type { Refusal } from './refusal.ts'
import { rootOf } from './rolls.ts'
import { rewriteShuffled } from './secret-choices.ts'
import { countOf } from './tallies.ts'

export interface OpenBallot {
  readonly proposal: string
  readonly motion: Motion
  /** Why a draft that failed is put again. */
  readonly again?: string | undefined
  /** How it is taken; recorded where nothing is said. */
  readonly voting?: WayOfVoting | undefined
  /** When its term ends; without one the presider closes it. */
  readonly until?: Date | undefined
  /** Says that a secret ballot is put although so few vote that the result may tell who chose what. */
  readonly smallElectorate?: boolean | undefined
}

export interface OpenedBallot {
  readonly ballot: string
  readonly motion: Motion
  readonly draft: number
  readonly voting: WayOfVoting
  readonly until: string | null
  /** How many may vote: those present, without the recused. */
  readonly mayVote: number
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

  const now = stageOf(held.case)
  if (now.kind !== 'decision') return refuse(outOfStep(held.case, 'ballot.opened'))
  const on = paper.occurredOn ?? dayOf(hall.chain.at)
  const ballot = uuidv7()
  const { members, present: here } = await attendanceOf(tx, actor.community, hall)
  const base = ballotBase(now, lawOn(now, on, held.case.facts.matter), {
    members,
    present: now.circulated ? [] : here,
    recused: await recusedOf(tx, actor.community, meeting, cmd.proposal, members),
  })
  const { present, voters, shares } = base
  const voting = cmd.voting ?? 'recorded'
  const apart = voting === 'secret' ? groupsAsked(now, on, held.case.facts.matter) : undefined
  if (apart && cmd.smallElectorate !== true) {
    const voting = new Set(voters)
    const small = smallIn(
      members.filter(({ person }) => voting.has(person)),
      apart,
    )
    if (small) return refuse({ code: 'secret_small_electorate', ...small })
  }
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
      ...shares,
      presider: hall.presider,
      ...(again ? { again: again.commitment } : {}),
      ...(voting === 'recorded' ? {} : { voting }),
      ...(cmd.until ? { until: cmd.until.toISOString() } : {}),
      ...base.said,
    },
    paper,
  )
  if (isRefusal(put)) return refuse(put)

  await write(tx, engine.keys, hall.chain)
  await settle(tx, engine, held, again ? [again] : [])
  const until = cmd.until?.toISOString() ?? null
  await tx.execute(sql`
      insert into ballot (community, id, proposal, meeting, stage, draft, motion, roll, roll_call, voting, circulated, until, may_vote, apart, paper_only, opened_at)
      values (${actor.community}, ${ballot}, ${cmd.proposal}, ${meeting}, ${stage}, ${draft.n}, ${cmd.motion}, ${hall.roll},
        ${now.rollCall}, ${voting}, ${now.circulated !== undefined}, ${until}::timestamptz, ${voters.length},
        ${apart ? arrayOf(apart) : null}::text[], ${now.paperOnly === true}, ${held.chain.at.toISOString()}::timestamptz)`)
  await tx.execute(sql`
      insert into voter (community, ballot, person, roll)
      select ${actor.community}::uuid, ${ballot}::uuid, value::uuid, ${hall.roll}::uuid
      from jsonb_array_elements_text(${JSON.stringify(voters)}::text::jsonb)`)
  const { people, groups } = shares
  const grounds = now.circulated ? [] : quorumGrounds(now, shares, on, held.case.facts.matter)
  const opened = { ballot, motion: cmd.motion, draft: draft.n, voting, until, mayVote: voters.length }
  return ok({ ...opened, people, groups, grounds })
}

/** Words as PostgreSQL writes an array of them. */
const arrayOf = (words: readonly string[]): string => `{${words.map((word) => JSON.stringify(word)).join()}}`

/** Who of the roll is recused from an item, sorted. */
export const recusedOf = async (
  tx: Tx,
  community: string,
  meeting: string,
  proposal: string,
  members: Members,
): Promise<readonly string[]> => {
  const rows = await tx.execute<{ person: string }>(sql`
    select person from recusal where community = ${community} and meeting = ${meeting} and proposal = ${proposal}`)
  const recused = new Set(rows.map(({ person }) => person))
  return members.flatMap(({ person }) => (recused.has(person) ? [person] : []))
}

export interface ClosedBallot {
  readonly ballot: string
  readonly carried: boolean
  /** True where more papers came back than were issued: nothing was decided. */
  readonly voided: boolean
  readonly tally: Counted
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
  const before = await closedBefore(tx, actor.community, ballot)
  if (before) return ok({ ...before, state: stateOf(held.case) })

  const stage = stageOf(held.case)
  const open = held.case.facts.ballot
  if (stage.kind !== 'decision' || open === undefined) throw new RecordDisagrees(`ballot ${ballot} is not open`)
  const unconfirmed = await waitingFor(tx, actor.community, ballot)
  if (unconfirmed.length > 0) return refuse({ code: 'papers_unconfirmed', attestations: unconfirmed })
  const count = await countOf(tx, actor.community, open)
  const papers = open.papers ?? open.tallied
  const issued = papers && withinIssued(papers)
  const voided = issued?.met === false
  const on = paper.occurredOn ?? dayOf(held.chain.at)
  const verdict = voided
    ? { met: false, grounds: [issued] }
    : verdictOf(stage, open.motion, count.tally, on, held.case.facts.matter)
  const put = voided
    ? say(held, actor, 'ballot.voided', { ballot }, paper)
    : say(held, actor, 'ballot.closed', { ballot, ...count.tally, ...count.choices }, paper)
  if (isRefusal(put)) return refuse(put)
  await settle(tx, engine, held)
  if (open.voting === 'secret') await rewriteShuffled(tx, actor.community, ballot)
  await tx.execute(sql`
      update ballot set closed_at = ${held.chain.at.toISOString()}::timestamptz, carried = ${verdict.met}, voided = ${voided},
        tally = ${JSON.stringify({ tally: count.tally, grounds: verdict.grounds })}::text::jsonb
      where community = ${actor.community} and id = ${ballot}`)
  return ok({
    ballot,
    carried: verdict.met,
    voided,
    tally: count.tally,
    grounds: verdict.grounds,
    state: stateOf(held.case),
  })
}

/** What was entered of an open ballot and waits for a second person: it is not cut off by a close. */
const waitingFor = async (tx: Tx, community: string, ballot: string): Promise<readonly string[]> => {
  const rows = await tx.execute<{ id: string }>(sql`
    select id from attestation where community = ${community} and outcome is null
      and sort in ('papers', 'hands', 'vote-change', 'tally') and input ->> 'ballot' = ${ballot} order by id`)
  return rows.map(({ id }) => id)
}

type Kept = Pick<ClosedBallot, 'tally' | 'grounds'>

const closedBefore = async (tx: Tx, community: string, ballot: string) => {
  const [row] = await tx.execute<{ carried: boolean | null; voided: boolean; kept: Kept | null }>(sql`
    select carried, voided, tally as kept from ballot where community = ${community} and id = ${ballot}`)
  return row?.kept && row.carried !== null
    ? { ballot, carried: row.carried, voided: row.voided, ...row.kept }
    : undefined
}
