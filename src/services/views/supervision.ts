import { sql } from 'drizzle-orm'
import { ok, type Result, refuse } from '../../../workflows/result.ts'
import { proposalChain } from '../../record/chains.ts'
import { type Actor, act, type Engine } from '../act.ts'
import type { Refusal } from '../refusal.ts'

export interface SupervisionView {
  readonly opinion: string
  readonly stage: string
  /** The draft that it speaks of, where one is meant. */
  readonly draft: number | null
  readonly concern: 'none' | 'concern' | 'objection'
  readonly text: string | null
  readonly recordedAt: string
}

/** The supervision committee's opinions on a proposal, for everybody. */
export const supervision = (
  engine: Engine,
  actor: Actor,
  proposal: string,
): Promise<Result<{ readonly items: readonly SupervisionView[] }, Refusal>> =>
  act(engine, actor, async (tx) => {
    const { community } = actor
    const known = await tx.execute(sql`select 1 from proposal where community = ${community} and id = ${proposal}`)
    if (known.length === 0) return refuse({ code: 'not_found', what: 'proposal' })
    const items = await tx.execute<SupervisionView & Record<string, unknown>>(sql`
      select said ->> 'opinion' as opinion, said ->> 'stage' as stage, (said ->> 'draft')::int as draft, said ->> 'concern' as concern, d.text,
        to_char(e.recorded_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt"
      from (select community, seq, recorded_at, convert_from(bytes, 'UTF8')::jsonb -> 'data' as said from entry
        where community = ${community} and chain = ${proposalChain(proposal)} and kind = 'supervision.opined') e
      left join disclosure d on (d.community, d.commitment) = (e.community, said ->> 'text')
      order by e.seq`)
    return ok({ items: [...items] })
  })
