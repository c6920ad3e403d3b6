import { sql } from 'drizzle-orm'
import { dayOfEntry, parseEntry } from '../../../workflows/format/entry.ts'
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
    const rows = await tx.execute<Pick<PaperCode, 'of' | 'stage'> & { text: string; head: string }>(sql`
      select e.kind as "of", b.stage, convert_from(e.bytes, 'UTF8') as text, encode(e.head, 'hex') as head from entry e
      left join ballot b on b.community = e.community and e.kind = 'ballot.closed' and b.carried
        and b.id::text = convert_from(e.bytes, 'UTF8')::jsonb -> 'data' ->> 'ballot'
      where e.community = ${reader.community} and e.chain = ${proposalChain(proposal)}
        and (e.kind in ('posting.opened', 'publication.opened') or b.stage is not null) order by e.seq`)
    return ok(
      rows.map(({ of, stage, text, head }) => ({
        of,
        stage,
        on: dayOfEntry(parseEntry(new TextEncoder().encode(text))),
        code: shortOf(head),
      })),
    )
  })
