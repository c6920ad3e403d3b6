import { sql } from 'drizzle-orm'
import type { Tx } from '../../../db/within.ts'
import { type Case, stageOf } from '../../../workflows/case.ts'
import { type Hypothesis, type Question, type Supposed, suppose } from '../../../workflows/hypothesis.ts'
import { ok, type Result, refuse } from '../../../workflows/result.ts'
import { type Day, dayOf } from '../../../workflows/rules/days.ts'
import { hypothesisText, supposedText } from '../../../workflows/wording-desk.ts'
import { type Actor, act, type Engine } from '../act.ts'
import { loadCase, RecordDisagrees } from '../cases.ts'
import type { Refusal } from '../refusal.ts'

export interface Words {
  readonly zh: string
  readonly en: string
}

/** A hypothesis with what it says, as a sentence and test by test. */
export interface WhatIfView extends Omit<Hypothesis, 'tests'> {
  readonly said: Words
  readonly tests: readonly (Hypothesis['tests'][number] & { readonly said: Words })[]
}

/** The case of an agenda item. */
export const agendaCase = async (tx: Tx, community: string, proposal: string): Promise<Case> => {
  const c = await loadCase(tx, community, proposal)
  if (!c) throw new RecordDisagrees(`the agenda names proposal ${proposal}, which is not there`)
  return c
}

/** The open question of a case, over the voters that its roll call has frozen. */
export const questionOf = async (
  tx: Tx,
  community: string,
  c: Case,
  ballot: string,
  day: Day,
): Promise<Question | undefined> => {
  const open = c.facts.ballot
  const stage = stageOf(c)
  if (open?.ballot !== ballot || stage.kind !== 'decision') return undefined
  const rows = await tx.execute<{
    person: string
    groups: string[]
    area: string | null
    represented: number | null
  }>(sql`
    select v.person, r.groups, r.area::text as area, r.represented
    from voter v join roll_entry r on (r.community, r.roll, r.person) = (v.community, v.roll, v.person)
    where v.community = ${community} and v.ballot = ${ballot} order by v.person`)
  const voters = rows.map(({ person, groups, area, represented }) => ({
    person,
    groups: [...groups],
    ...(area === null ? {} : { area: Number(area) }),
    ...(represented === null ? {} : { represented }),
  }))
  return { stage, motion: open.motion, shares: open, voters, day, matter: c.facts.matter }
}

export const told = ({ tests, ...whole }: Hypothesis): WhatIfView => ({
  ...whole,
  said: { zh: hypothesisText({ ...whole, tests }, 'zh'), en: hypothesisText({ ...whole, tests }, 'en') },
  tests: tests.map((test) => ({ ...test, said: { zh: supposedText(test, 'zh'), en: supposedText(test, 'en') } })),
})

export type BallotWhatIf =
  | (WhatIfView & { readonly ballot: string; readonly final: false })
  | { readonly ballot: string; readonly final: true; readonly carried: boolean; readonly result: unknown }

/** What a ballot would come to if so many voted so; once closed, what it came to. */
export const ballotWhatIf = (
  engine: Engine,
  actor: Actor,
  id: string,
  supposed: Supposed,
): Promise<Result<BallotWhatIf, Refusal>> =>
  act<BallotWhatIf>(engine, actor, async (tx) => {
    const { community } = actor
    const [row] = await tx.execute<{ proposal: string; carried: boolean | null; result: unknown }>(sql`
      select proposal, carried, tally as result from ballot where community = ${community} and id = ${id}`)
    if (!row) return refuse({ code: 'not_found', what: 'ballot' })
    if (row.carried !== null) return ok({ ballot: id, final: true, carried: row.carried, result: row.result })
    const c = await agendaCase(tx, community, row.proposal)
    const question = await questionOf(tx, community, c, id, dayOf(await engine.clock(tx, undefined)))
    if (!question) throw new RecordDisagrees(`ballot ${id} is not open`)
    const { yes, no, abstain, spoiled } = supposed
    const sum = yes + no + abstain + spoiled
    const mayVote = question.voters.length
    if (sum > mayVote) return refuse({ code: 'beyond_voters', supposed: sum, mayVote })
    return ok({ ballot: id, final: false, ...told(suppose(question, supposed)) })
  })
