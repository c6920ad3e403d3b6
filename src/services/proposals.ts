import { sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { Tx } from '../../db/within.ts'
import { follow, openCase } from '../../workflows/case.ts'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import type { ExpandedProcedure } from '../../workflows/stages/stage.ts'
import { add, begin, communityChain, hold, nextEntry, proposalChain, write } from '../record/chains.ts'
import { disclose, sealText } from '../record/texts.ts'
import { type Actor, act, type Engine, needs } from './act.ts'
import type { OnPaper } from './advance.ts'
import { RecordDisagrees, stateOf } from './cases.ts'
import type { Refusal } from './refusal.ts'
import { whySettled } from './topics.ts'

export interface OpenProposal {
  readonly adoption: string
  readonly title: string
  readonly topics: readonly string[]
  readonly proposer?: string | undefined
  /** The ended proposal that this one takes up again. */
  readonly continues?: string | undefined
}

export interface OpenedProposal {
  readonly proposal: string
  readonly number: number
  readonly state: unknown
}

/** 立案: opens a proposal under an adoption, out of one topic or many; each topic goes into one proposal. */
export const openProposal = (
  engine: Engine,
  actor: Actor,
  cmd: OpenProposal,
): Promise<Result<OpenedProposal, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk')
    return denied ? refuse(denied) : openIn(tx, engine, actor, cmd)
  })

/** The same within a transaction under way; an old case begins on the day that is attested. */
export const openIn = async (
  tx: Tx,
  engine: Engine,
  actor: Pick<Actor, 'community' | 'account'>,
  cmd: OpenProposal,
  paper: OnPaper = {},
): Promise<Result<OpenedProposal, Refusal>> => {
  // The community's chain is held so that numbers follow one another and a topic is merged once.
  const community = await hold(tx, engine.clock, actor.community, communityChain)
  const [adoption] = await tx.execute<{ hash: string; expanded: ExpandedProcedure }>(sql`
      select hash, expanded from adoption where community = ${actor.community} and id = ${cmd.adoption}`)
  if (!community || !adoption) return refuse({ code: 'not_found', what: 'adoption' })
  const topics = [...new Set(cmd.topics)]
  const known = await tx.execute<{ id: string; settled: boolean; withdrawn: boolean; proposer: string | null }>(sql`
      select id, (proposal is not null or answer is not null or merged_into is not null or split or withdrawn_at is not null) as settled,
        (withdrawn_at is not null) as withdrawn, proposer from topic
      where community = ${actor.community} and id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(topics)}::text::jsonb))
      order by raised_at`)
  if (known.length !== topics.length) return refuse({ code: 'not_found', what: 'topic' })
  const settled = known.find((topic) => topic.settled)
  if (settled) return refuse(whySettled(settled))
  const proposer = cmd.proposer ?? known.find((topic) => topic.proposer !== null)?.proposer ?? undefined
  if (cmd.proposer !== undefined) {
    const person = await tx.execute(
      sql`select 1 from person where community = ${actor.community} and id = ${cmd.proposer}`,
    )
    if (person.length === 0) return refuse({ code: 'not_found', what: 'person' })
  }

  if (cmd.continues !== undefined) {
    const [earlier] = await tx.execute<{ ended: boolean }>(sql`
        select (ending is not null) as ended from proposal where community = ${actor.community} and id = ${cmd.continues}`)
    if (!earlier) return refuse({ code: 'not_found', what: 'proposal' })
    if (!earlier.ended) return refuse({ code: 'still_running', proposal: cmd.continues })
  }

  const proposal = uuidv7()
  const title = sealText(cmd.title)
  const chain = begin(actor.community, proposalChain(proposal), community.at)
  const opened = nextEntry(chain, {
    kind: 'proposal.opened',
    actor: actor.account,
    ...paper,
    data: {
      adoption: cmd.adoption,
      adoptionHash: adoption.hash,
      title: title.commitment,
      topics,
      ...(proposer === undefined ? {} : { proposer }),
      ...(cmd.continues === undefined ? {} : { continues: cmd.continues }),
    },
  })
  const c = openCase(adoption.hash, adoption.expanded)
  const refusal = follow(c, opened)
  if (refusal) throw new RecordDisagrees(`a proposal cannot be opened: ${refusal.code}`)
  add(chain, opened)
  await disclose(tx, actor.community, [title])
  await write(tx, engine.keys, chain)
  const state = stateOf(c)
  const at = chain.at.toISOString()
  const [row] = await tx.execute<{ number: number }>(sql`
      insert into proposal (community, id, number, adoption, title, proposer, continues, stage, step, state, opened_at, moved_at)
      select ${actor.community}, ${proposal}, coalesce(max(number), 0) + 1, ${cmd.adoption}, ${title.commitment}, ${proposer ?? null}, ${cmd.continues ?? null}::uuid,
        ${String(state.stage)}, ${String(state.step)}, ${JSON.stringify(state)}::text::jsonb, ${at}::timestamptz, ${at}::timestamptz
      from proposal where community = ${actor.community} returning number`)
  await tx.execute(sql`
      update topic set proposal = ${proposal}
      where community = ${actor.community} and id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(topics)}::text::jsonb))`)
  return ok({ proposal, number: row?.number ?? 0, state })
}
