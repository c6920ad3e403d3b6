import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/within.ts'
import { type Case, follow, openCase, standing } from '../../workflows/case.ts'
import type { Entry } from '../../workflows/format/entry.ts'
import type { ExpandedProcedure } from '../../workflows/stages/stage.ts'
import { entriesOf, proposalChain } from '../record/chains.ts'

/** The record and what is stored beside it disagree: nothing may go on. */
export class RecordDisagrees extends Error {}

interface ProposalRow {
  readonly [column: string]: unknown
  readonly hash: string
  readonly expanded: ExpandedProcedure
  readonly state: unknown
}

/** A proposal replayed from its record. Throws where the stored state says otherwise. */
export const loadCase = async (tx: Tx, community: string, proposal: string): Promise<Case | undefined> => {
  const [row] = await tx.execute<ProposalRow>(sql`
    select a.hash, a.expanded, p.state from proposal p
    join adoption a on (a.community, a.id) = (p.community, p.adoption)
    where p.community = ${community} and p.id = ${proposal}`)
  if (!row) return undefined
  const c = replayed(row.hash, row.expanded, await entriesOf(tx, community, proposalChain(proposal)))
  if (JSON.stringify(stateOf(c)) !== JSON.stringify(row.state))
    throw new RecordDisagrees(`the stored state of proposal ${proposal} is not what its record comes to`)
  return c
}

/** Replays entries; throws at the first that the rules would not have let pass. */
const replayed = (hash: string, procedure: ExpandedProcedure, entries: readonly Entry[]): Case =>
  replayOn(openCase(hash, procedure), entries)

/** Takes a case on by what was entered since; throws at the first entry that the rules would not have let pass. */
export const replayOn = (c: Case, entries: readonly Entry[]): Case => {
  for (const entry of entries) {
    const refusal = follow(c, entry)
    if (refusal) throw new RecordDisagrees(`entry ${entry.seq} of ${entry.chain} does not follow: ${refusal.code}`)
  }
  return c
}

/** What is stored of where a case stands; key order as JSON columns keep it. */
export const stateOf = (c: Case): Readonly<Record<string, unknown>> => {
  const position = standing(c)
  return 'end' in position
    ? { end: position.end }
    : { step: position.step, stage: position.stage, missed: position.missed }
}

/** What is stored of a case beside its record: all of it a copy of what the record comes to. */
export const storedOf = (c: Case) => {
  const position = standing(c)
  const ended = 'end' in position
  return {
    matter: c.facts.matter ?? null,
    stage: ended ? c.facts.stage : position.stage,
    step: ended ? null : position.step,
    missed: ended ? 0 : position.missed,
    ending: ended ? position.end : null,
    state: stateOf(c),
  }
}

/** Stores where the case stands now. */
export const storeCase = async (tx: Tx, community: string, proposal: string, c: Case, at: Date): Promise<void> => {
  const { matter, stage, step, missed, ending, state } = storedOf(c)
  await tx.execute(sql`
    update proposal set matter = ${matter}, stage = ${stage}, step = ${step}, missed = ${missed}, ending = ${ending},
      state = ${JSON.stringify(state)}::text::jsonb, moved_at = ${at.toISOString()}::timestamptz
    where community = ${community} and id = ${proposal}`)
}
