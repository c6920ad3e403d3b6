import { sql } from 'drizzle-orm'
import { ok, type Result } from '../../../workflows/result.ts'
import type { Day } from '../../../workflows/rules/days.ts'
import { proposalChain } from '../../record/chains.ts'
import type { Engine } from '../act.ts'
import { look, type Reader } from '../look.ts'
import type { Refusal } from '../refusal.ts'
import { shortOf } from './names-shown.ts'

export interface PaperCode {
  /** What the paper is of: what was hung, or what was decided. */
  readonly of: 'posting.opened' | 'publication.opened' | 'ballot.closed'
  readonly on: Day
  /** The step whose question was carried; null of what was hung. */
  readonly stage: string | null
  /** As it stands on the paper. */
  readonly code: string
}

/** The check codes that a case's papers carry, so that a paper in the hand can be held to the record. */
export const paperCodes = (
  engine: Engine,
  reader: Reader,
  proposal: string,
): Promise<Result<readonly PaperCode[], Refusal>> =>
  look(engine, reader, async (tx) => {
    const rows = await tx.execute<Omit<PaperCode, 'code'> & { head: string }>(sql`
      select e.kind as "of", b.stage, encode(e.head, 'hex') as head,
        coalesce(said ->> 'occurredOn', (e.recorded_at at time zone 'asia/shanghai')::date::text) as "on"
      from (select *, convert_from(bytes, 'UTF8')::jsonb as said from entry
        where community = ${reader.community} and chain = ${proposalChain(proposal)}
          and kind in ('posting.opened', 'publication.opened', 'ballot.closed')) e
      left join ballot b on (b.community, b.id) = (e.community, (said -> 'data' ->> 'ballot')::uuid) and b.carried
      where e.kind <> 'ballot.closed' or b.stage is not null order by e.seq`)
    return ok(rows.map(({ head, ...of }) => ({ ...of, code: shortOf(head) })))
  })
