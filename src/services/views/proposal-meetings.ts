import { sql } from 'drizzle-orm'
import { ok, type Result } from '../../../workflows/result.ts'
import type { Engine } from '../act.ts'
import { look, type Reader } from '../look.ts'
import type { Refusal } from '../refusal.ts'

/** A meeting that has a proposal on its agenda. */
export interface ProposalMeeting {
  readonly id: string
  readonly body: string
  readonly stage: string
  readonly at: string
  readonly place: string | null
  readonly outcome: string | null
}

/** The meetings called for a proposal, the earliest first. */
export const meetingsOf = (
  engine: Engine,
  reader: Reader,
  proposal: string,
): Promise<Result<{ readonly items: readonly ProposalMeeting[] }, Refusal>> =>
  look(engine, reader, async (tx) => {
    const items = await tx.execute<ProposalMeeting & Record<string, unknown>>(sql`
      select m.id, m.body, a.stage, to_char(m.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, d.text as place, m.outcome
      from agenda a join meeting m on (m.community, m.id) = (a.community, a.meeting)
      left join disclosure d on (d.community, d.commitment) = (m.community, m.place)
      where a.community = ${reader.community} and a.proposal = ${proposal} order by m.at, m.id`)
    return ok({ items: [...items] })
  })
