import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/within.ts'
import { stageOf } from '../../workflows/case.ts'
import type { DataOf, VoteOption } from '../../workflows/format/catalogue.ts'
import type { Attested } from '../../workflows/format/entry.ts'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { dayOf } from '../../workflows/rules/days.ts'
import { groupsAsked } from '../../workflows/stages/verdict.ts'
import { mayVote } from '../../workflows/stages/voting.ts'
import { type Actor, act, type Engine, needs } from './act.ts'
import { isRefusal, say, settle } from './advance.ts'
import {
  type By,
  citeIn,
  type HeldBallot,
  holdBallot,
  keepVotes,
  type ListedVote,
  sayVotes,
  unfitRow,
  unlessFilesKnown,
  unlessInTerm,
  unlessRecorded,
} from './open-ballots.ts'
import type { EnteredVotes } from './papers.ts'
import type { Refusal } from './refusal.ts'

/** 举手 (by name), or what a member says to a clerk: a list that is entered at once, all of it or nothing. */
export const enterVotes = (
  engine: Engine,
  actor: Actor,
  ballot: string,
  cmd: {
    readonly door: 'hands' | 'assisted'
    readonly votes: readonly (ListedVote & { readonly choice: VoteOption })[]
  },
): Promise<Result<EnteredVotes, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk')
    if (denied) return refuse(denied)
    const open = await holdBallot(tx, engine, actor.community, ballot)
    if (isRefusal(open)) return refuse(open)
    const unfit =
      unlessRecorded(open) ??
      (cmd.door === 'hands' ? unlessInHall(open) : undefined) ??
      unlessInTerm(open) ??
      (await unfitRow(tx, actor.community, open, cmd.votes))
    if (unfit) return refuse(unfit)
    const said = sayVotes(open.held, actor, ballot, cmd)
    if (isRefusal(said)) return refuse(said)
    await settle(tx, engine, open.held)
    await keepVotes(tx, actor.community, ballot, said)
    return ok({ ballot, entered: said.length })
  })

/** Nobody shows hands where written ballots go round. */
const unlessInHall = ({ open }: HeldBallot): Refusal | undefined =>
  open.circulated ? { code: 'other_way_of_voting', voting: 'circulated' } : undefined

/** 举手计数: how many hands the tellers saw. */
export interface CountHands extends Omit<DataOf<'hands.counted'>, 'tellers' | 'files'> {
  readonly tellers: readonly string[]
  readonly files?: readonly string[] | undefined
}

/** Enters the tellers' count of a ballot by hands, and of each group that the rule counts apart; the newest count stands. */
export const countHands = async (
  tx: Tx,
  engine: Engine,
  by: By,
  { tellers, files, ...count }: CountHands,
  attested: Attested,
): Promise<Result<{ readonly ballot: string }, Refusal>> => {
  const open = await holdBallot(tx, engine, by.community, count.ballot)
  if (isRefusal(open)) return refuse(open)
  const { held } = open
  const data = { ...count, tellers: [...tellers], ...(files ? { files: [...files] } : {}) }
  const unfit = (await unfitTellers(tx, by.community, tellers)) ?? unfitCount(open, count)
  if (unfit) return refuse(unfit)
  const unknown = await unlessFilesKnown(tx, by.community, data)
  if (unknown) return refuse(unknown)
  const put = say(held, by, 'hands.counted', data, { attested })
  if (isRefusal(put)) return refuse(put)
  await settle(tx, engine, held)
  await citeIn(tx, put.entry)
  return ok({ ballot: count.ballot })
}

/** Two different people of the place. */
const unfitTellers = async (tx: Tx, community: string, tellers: readonly string[]): Promise<Refusal | undefined> => {
  if (new Set(tellers).size < 2) return { code: 'tellers_not_two' }
  const known = await tx.execute(sql`
    select id from person where community = ${community}
      and id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(tellers)}::text::jsonb))`)
  return known.length === new Set(tellers).size ? undefined : { code: 'not_found', what: 'person' }
}

type Hands = CountHands['people']
const sumOf = ({ yes, no, abstain }: Hands): number => yes + no + abstain
const withinOf = (part: Hands, whole: Hands): boolean =>
  part.yes <= whole.yes && part.no <= whole.no && part.abstain <= whole.abstain

/** No more hands than people, in the hall and in each group; and just the groups that the rule looks at. */
const unfitCount = ({ held, open }: HeldBallot, { people, groups }: Pick<CountHands, 'people' | 'groups'>) => {
  if (open.voting !== 'counted') return { code: 'other_way_of_voting', voting: open.voting ?? 'recorded' } as const
  const stage = stageOf(held.case)
  const asked = stage.kind === 'decision' ? groupsAsked(stage, dayOf(held.chain.at), held.case.facts.matter) : []
  if (Object.keys(groups).sort().join() !== asked.join()) return { code: 'groups_to_count', groups: asked } as const
  const most = mayVote(open)
  if (sumOf(people) > most) return { code: 'more_than_may_vote', counted: sumOf(people), mayVote: most } as const
  for (const [group, hands] of Object.entries(groups)) {
    const present = open.groups[group]?.present ?? 0
    if (sumOf(hands) > present || !withinOf(hands, people))
      return { code: 'more_than_may_vote', counted: sumOf(hands), mayVote: present } as const
  }
  return undefined
}
