import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/within.ts'
import type { Motion } from '../../workflows/format/catalogue.ts'
import type { Attested } from '../../workflows/format/entry.ts'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { type Day, dayOf } from '../../workflows/rules/days.ts'
import { add, nextEntry, write } from '../record/chains.ts'
import type { Engine } from './act.ts'
import { holdCase, isRefusal, type OnPaper, say, settle } from './advance.ts'
import { closeBallotIn, openBallotIn } from './ballots.ts'
import { type CallMeeting, callIn, type EndMeeting, endIn, holdMeeting } from './meetings.ts'
import { type By, keepVotes, type ListedVote, sayVotes } from './open-ballots.ts'
import type { Refusal } from './refusal.ts'
import { type AmendRoll, amendIn } from './roll-amendments.ts'

/** A whole meeting as its paper minutes tell it: who was called and when, who came, what was put, and each member's vote. */
export interface PaperMeeting extends Omit<CallMeeting, 'agenda'> {
  readonly sentOn: Day
  /** What was announced at the roll call: who had died, lost a seat or been elected since the call. */
  readonly amendments?: readonly AmendRoll[] | undefined
  readonly present: readonly string[]
  readonly items: readonly {
    readonly proposal: string
    /** Absent where the meeting did not reach the item. */
    readonly ballot?:
      | {
          readonly motion: Motion
          readonly again?: string | undefined
          /** How many papers were issued and came back, where it was voted on paper; a spoiled one is on paper only. */
          readonly papers?: { readonly issued: number; readonly returned: number } | undefined
          readonly votes: readonly ListedVote[]
        }
      | undefined
  }[]
  readonly outcome: EndMeeting['outcome']
  readonly reason?: string | undefined
}

export interface EnteredMeeting {
  readonly meeting: string
  readonly entitled: number
  readonly present: number
  readonly ballots: readonly { readonly proposal: string; readonly ballot: string; readonly carried: boolean }[]
}

/** Enters a meeting held on paper, every rule judged by the days on which things happened. */
export const enterPaperMeeting = async (
  tx: Tx,
  engine: Engine,
  by: By,
  cmd: PaperMeeting,
  attested: Attested,
): Promise<Result<EnteredMeeting, Refusal>> => {
  const { present, items, sentOn, amendments = [], outcome, reason, ...call } = cmd
  const on = dayOf(cmd.at)
  const today = dayOf(await engine.clock(tx, undefined))
  if (on > today) return refuse({ code: 'day_in_future', day: on, today })
  const agenda = items.map(({ proposal }) => proposal)
  const called = await callIn(tx, engine, by, { ...call, agenda }, { occurredOn: sentOn, attested })
  if (!called.ok) return called
  const { meeting } = called.value.called
  const paper: OnPaper = { occurredOn: on, attested }
  for (const amendment of amendments) {
    const amended = await amendIn(tx, engine, by, meeting, amendment, paper)
    if (!amended.ok) return amended
  }
  const roll = await tx.execute<{ person: string }>(sql`
    select e.person from roll r join roll_entry e on (e.community, e.roll) = (r.community, r.id)
    where r.community = ${by.community} and r.meeting = ${meeting}`)
  const enrolled = new Set(roll.map(({ person }) => person))
  const people = [...new Set(present)].sort()
  if (people.some((person) => !enrolled.has(person))) return refuse({ code: 'not_on_roll' })
  await signInOnPaper(tx, engine, by, meeting, people, cmd.at, paper)

  const ballots: EnteredMeeting['ballots'][number][] = []
  for (const { proposal, ballot: put } of items) {
    if (!put) continue
    const { motion, again, votes, papers } = put
    const opened = await openBallotIn(tx, engine, by, meeting, { proposal, motion, again }, paper)
    if (!opened.ok) return opened
    const { ballot } = opened.value
    const cast = await castOnPaper(tx, engine, by, { proposal, ballot, present: people, votes, papers }, paper)
    if (cast) return refuse(cast)
    const closed = await closeBallotIn(tx, engine, by, ballot, paper)
    if (!closed.ok) return closed
    ballots.push({ proposal, ballot, carried: closed.value.carried })
  }
  const ended = await endIn(tx, engine, by, meeting, { outcome, reason }, paper)
  return ended.ok ? ok({ meeting, entitled: enrolled.size, present: people.length, ballots }) : ended
}

const signInOnPaper = async (
  tx: Tx,
  engine: Engine,
  { community, account }: By,
  meeting: string,
  people: readonly string[],
  at: Date,
  paper: OnPaper,
): Promise<void> => {
  const hall = await holdMeeting(tx, engine, community, meeting)
  if (isRefusal(hall)) throw new Error('a meeting just called is there')
  const { chain } = hall
  for (const person of people)
    add(
      chain,
      nextEntry(chain, { kind: 'member.signed-in', actor: account, ...paper, data: { person, door: 'clerk' } }),
    )
  await write(tx, engine.keys, chain)
  await tx.execute(sql`
    insert into attendance (community, meeting, person, door, signed_in_at)
    select ${community}::uuid, ${meeting}::uuid, value::uuid, 'clerk', ${at.toISOString()}::timestamptz
    from jsonb_array_elements_text(${JSON.stringify(people)}::text::jsonb)`)
}

/** Enters the votes of a ballot on paper, one of each member who was present: papers where they were counted, else hands by name. */
const castOnPaper = async (
  tx: Tx,
  engine: Engine,
  by: By,
  { proposal, ballot, present, votes, papers }: PaperBallot,
  paper: OnPaper,
): Promise<Refusal | undefined> => {
  if (votes.some(({ person }) => !present.includes(person))) return { code: 'not_present_at_roll_call' }
  if (new Set(votes.map(({ person }) => person)).size !== votes.length) return { code: 'voted_already' }
  const held = await holdCase(tx, engine, by.community, proposal)
  if (isRefusal(held)) return held
  const said = sayVotes(held, by, ballot, { votes, door: papers ? 'paper' : 'hands' }, paper)
  if (isRefusal(said)) return said
  const counted = papers && say(held, by, 'papers.counted', { ballot, ...papers }, paper)
  if (counted && isRefusal(counted)) return counted
  await settle(tx, engine, held)
  await keepVotes(tx, by.community, ballot, said)
  return undefined
}

interface PaperBallot {
  readonly proposal: string
  readonly ballot: string
  readonly present: readonly string[]
  readonly votes: readonly ListedVote[]
  readonly papers: { readonly issued: number; readonly returned: number } | undefined
}
