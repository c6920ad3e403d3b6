import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/within.ts'
import { stageOf } from '../../workflows/case.ts'
import type { PaperOption, VoteDoor, VoteOption } from '../../workflows/format/catalogue.ts'
import { paperOptions, voteOptions } from '../../workflows/format/catalogue.ts'
import type { Attested } from '../../workflows/format/entry.ts'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { sealText } from '../record/texts.ts'
import { type Actor, act, type Engine } from './act.ts'
import { isRefusal, type OnPaper, say, settle } from './advance.ts'
import { type By, type HeldBallot, holdBallot, unlessInTerm, unlessRecorded } from './open-ballots.ts'
import type { Refusal } from './refusal.ts'

/** A vote that was entered wrongly, as it really was. */
export interface ChangeVote {
  readonly ballot: string
  readonly person: string
  readonly choice: PaperOption
  readonly reason: string
}

/** A vote as it stands after a change; its voter opens the commitment with the salt. */
export interface ChangedVote {
  readonly ballot: string
  readonly person: string
  /** How often it has been put right. */
  readonly n: number
  readonly seq: number
  readonly choice: PaperOption
  readonly salt: string
}

/** Puts right, before the close, what the office entered of somebody's vote; what a phone has said stands. */
export const changeEntered = async (
  tx: Tx,
  engine: Engine,
  by: By,
  cmd: ChangeVote,
  attested: Attested,
): Promise<Result<ChangedVote, Refusal>> => {
  const open = await holdBallot(tx, engine, by.community, cmd.ballot)
  if (isRefusal(open)) return refuse(open)
  const door = open.open.voters.get(cmd.person)
  const unfit = unlessRecorded(open) ?? unlessVoted(door)
  if (unfit) return refuse(unfit)
  if (door === 'phone') return refuse({ code: 'vote_stands' })
  const options = door === 'paper' || door === 'visit' ? paperOptions : voteOptions
  if (!(options as readonly string[]).includes(cmd.choice)) return refuse({ code: 'option_unknown', options })
  return change(tx, engine, by, open, { ...cmd, door }, { attested })
}

/** A voter changes their own vote before the close, where the adopted procedure lets them. */
export const changeOwnVote = (
  engine: Engine,
  actor: Actor,
  cmd: { readonly ballot: string; readonly choice: VoteOption; readonly reason: string },
): Promise<Result<ChangedVote, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const { person } = rights
    if (person === undefined) return refuse({ code: 'not_on_roll' })
    const open = await holdBallot(tx, engine, actor.community, cmd.ballot)
    if (isRefusal(open)) return refuse(open)
    const door = open.open.voters.get(person)
    const unfit = unlessRecorded(open) ?? unlessVoted(door) ?? unlessInTerm(open)
    if (unfit) return refuse(unfit)
    const stage = stageOf(open.held.case)
    if (door !== 'phone' || stage.kind !== 'decision' || stage.changes !== true) return refuse({ code: 'vote_stands' })
    return change(tx, engine, actor, open, { ...cmd, person })
  })

const unlessVoted = (door: VoteDoor | 'phone' | undefined): Refusal | undefined =>
  door === undefined ? { code: 'not_voted_yet' } : undefined

/** The change as a new entry with its reason; the vote as first entered stays where it is. */
const change = async (
  tx: Tx,
  engine: Engine,
  by: By,
  { held }: HeldBallot,
  { ballot, person, choice, reason, door }: ChangeVote & { readonly door?: VoteDoor | undefined },
  paper: OnPaper = {},
): Promise<Result<ChangedVote, Refusal>> => {
  const [before] = await tx.execute<{ choice: PaperOption; n: number }>(sql`
    select coalesce(k.choice, c.choice) as choice, coalesce(k.n, 0) as n from vote c
    left join lateral (select choice, n from vote_correction k
      where (k.community, k.ballot, k.person) = (c.community, c.ballot, c.person) order by n desc limit 1) k on true
    where c.community = ${by.community} and c.ballot = ${ballot} and c.person = ${person}`)
  if (!before) return refuse({ code: 'not_voted_yet' })
  if (before.choice === choice) return refuse({ code: 'nothing_to_correct' })
  const [sealed, why] = [sealText(choice), sealText(reason)]
  const data = { ballot, voter: person, choice: sealed.commitment, ...(door ? { door } : {}), reason: why.commitment }
  const put = say(held, by, 'vote.changed', data, paper)
  if (isRefusal(put)) return refuse(put)
  await settle(tx, engine, held, [why])
  const n = before.n + 1
  const salt = Buffer.from(sealed.salt).toString('hex')
  await tx.execute(sql`
    insert into vote_correction (community, ballot, person, n, choice, salt, commitment)
    values (${by.community}, ${ballot}, ${person}, ${n}, ${choice}, decode(${salt}, 'hex'), ${sealed.commitment})`)
  return ok({ ballot, person, n, seq: put.entry.seq, choice, salt })
}
