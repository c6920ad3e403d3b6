import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/within.ts'
import { type PaperOption, voteOptions } from '../../workflows/format/catalogue.ts'
import type { Attested } from '../../workflows/format/entry.ts'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import type { Counted } from '../../workflows/stages/counting.ts'
import { verdictOf } from '../../workflows/stages/verdict.ts'
import { sealText } from '../record/texts.ts'
import type { Actor, Engine } from './act.ts'
import { holdCase, isRefusal, say, settle } from './advance.ts'
import type { Refusal } from './refusal.ts'

type By = Pick<Actor, 'community' | 'account'>

export interface CorrectCount {
  readonly proposal: string
  readonly ballot: string
  /** What each vote in question really was. */
  readonly votes: readonly { readonly person: string; readonly choice: PaperOption }[]
  readonly reason: string
}

export interface Corrected {
  readonly ballot: string
  readonly carried: boolean
  /** True where the correction turned the verdict: a resolution is suspended, and the matter is put again. */
  readonly turned: boolean
}

/** 更正: counts a closed ballot again with the votes as they really were, and judges it by the law of its day. */
export const correctCount = async (
  tx: Tx,
  engine: Engine,
  { community, account }: By,
  { proposal, ballot, votes, reason }: CorrectCount,
  attested: Attested,
): Promise<Result<Corrected, Refusal>> => {
  const held = await holdCase(tx, engine, community, proposal)
  if (isRefusal(held)) return refuse(held)
  const before = held.case.facts.ballots.get(ballot)
  const stage = held.case.procedure.stages.find(({ id }) => id === before?.stage)
  if (!before?.closed || stage?.kind !== 'decision') return refuse({ code: 'not_found', what: 'closed ballot' })
  if (before.voting) return refuse({ code: 'other_way_of_voting', voting: before.voting })
  const rows = await tx.execute<{ person: string; choice: PaperOption | null; n: number; door: string | null }>(sql`
    select v.person, coalesce(k.choice, c.choice) as choice, coalesce(k.n, 0) as n, c.door
    from voter v left join vote c on (c.community, c.ballot, c.person) = (v.community, v.ballot, v.person)
    left join lateral (select choice, n from vote_correction k where (k.community, k.ballot, k.person) = (v.community, v.ballot, v.person)
      order by n desc limit 1) k on true
    where v.community = ${community} and v.ballot = ${ballot}`)
  const known = new Map(rows.map((row) => [row.person, row]))
  if (votes.some(({ person }) => !known.has(person))) return refuse({ code: 'not_present_at_roll_call' })
  if (new Set(votes.map(({ person }) => person)).size !== votes.length) return refuse({ code: 'voted_already' })
  const changed = votes.filter(({ person, choice }) => known.get(person)?.choice !== choice)
  if (changed.length === 0) return refuse({ code: 'nothing_to_correct' })

  const marked = changed.find(({ person, choice }) => choice === 'spoiled' && !onPaper(known.get(person)?.door))
  if (marked) return refuse({ code: 'option_unknown', options: voteOptions })

  const kept = changed.map(({ person, choice }) => {
    const { commitment, salt } = sealText(choice)
    const n = (known.get(person)?.n ?? 0) + 1
    return { person, choice, n, commitment, salt: Buffer.from(salt).toString('hex') }
  })
  const { on, ...was } = before.closed
  const tally = structuredClone(was)
  for (const { person, choice } of changed)
    await recount(tx, community, ballot, tally, person, known.get(person)?.choice ?? null, choice)
  const sealed = sealText(reason)
  const put = say(
    held,
    { account },
    'ballot.corrected',
    {
      ballot,
      ...tally,
      votes: kept.map(({ person, commitment }) => ({ voter: person, choice: commitment })),
      reason: sealed.commitment,
    },
    { attested },
  )
  if (isRefusal(put)) return refuse(put)

  await settle(tx, engine, held, [sealed])
  await tx.execute(sql`
    insert into vote_correction (community, ballot, person, n, choice, salt, commitment)
    select ${community}::uuid, ${ballot}::uuid, person, n, choice, decode(salt, 'hex'), commitment
    from jsonb_to_recordset(${JSON.stringify(kept)}::text::jsonb) as r(person uuid, n int, choice text, salt text, commitment text)`)
  const { met, grounds } = verdictOf(stage, before.motion, tally, on, held.case.facts.matter)
  await tx.execute(sql`
    update ballot set carried = ${met}, tally = ${JSON.stringify({ tally, grounds })}::text::jsonb
    where community = ${community} and id = ${ballot}`)
  return ok({ ballot, carried: met, turned: held.case.facts.turned === stage.id })
}

/** Only a paper can be spoiled; whose vote was left out may have handed one in. */
const onPaper = (door: string | null | undefined): boolean => door === null || door === 'paper' || door === 'visit'

/** Takes one vote from what it was counted as to what it was: in heads, in each group of the voter, and in what the roll weighs. */
const recount = async (
  tx: Tx,
  community: string,
  ballot: string,
  tally: Counted,
  person: string,
  from: PaperOption | null,
  to: PaperOption,
): Promise<void> => {
  const [row] = await tx.execute<{ groups: string[]; area: string | null; represented: number | null }>(sql`
    select r.groups, r.area::text as area, r.represented from ballot b
    join roll_entry r on (r.community, r.roll) = (b.community, b.roll)
    where b.community = ${community} and b.id = ${ballot} and r.person = ${person}`)
  if (!row) return
  const parts = [
    [tally.people, 1] as const,
    ...row.groups.map((group) => [tally.groups[group], 1] as const),
    [tally.measures?.area, Number(row.area)] as const,
    [tally.measures?.represented, row.represented ?? 0] as const,
  ]
  for (const [part, weight] of parts) {
    if (!part) continue
    if (from !== null) part[from] -= weight
    part[to] += weight
  }
}
