import type { Case } from '../../workflows/case.ts'
import type { Closed } from '../../workflows/facts.ts'
import { canonicalText } from '../../workflows/format/canonical.ts'
import type { Entry } from '../../workflows/format/entry.ts'
import type { Counted } from '../../workflows/stages/counting.ts'
import { disagree } from './disagreement.ts'
import type { Asked } from './tables.ts'

/** A question as it was put: what the hall was told of it, and who may vote. */
interface Put {
  readonly told: {
    readonly meeting: string
    readonly voting: string
    readonly circulated: boolean
    readonly until: string | null
  }
  readonly mayVote: number
  readonly recused: readonly string[]
}

/** The ballots of a case as they were put, by id. */
export type Puts = Map<string, Put>

/** Notes what an entry says of a ballot as it is put. */
export const notePut = (puts: Puts, { kind, data }: Entry): void => {
  if (kind !== 'ballot.opened') return
  const { meeting, voting = 'recorded', circulated = false, until = null, people, recused = [] } = data
  const told = { meeting, voting, circulated, until }
  puts.set(data.ballot, { told, mayVote: data.mayVote ?? people.present, recused })
}

interface BallotRow {
  readonly id: string
  readonly stored: unknown
  readonly put: Omit<Put['told'], 'until'>
  readonly until: string | null
  /** Null where the ballot is older than the column. */
  readonly mayVote: number | null
  readonly voters: readonly string[]
}

/** Each stored ballot is the one in the record: how it was put, who may vote in it, and what it came to. */
export const agreeOnBallots = async (
  tx: Asked,
  community: string,
  place: { readonly chain: string; readonly seq: number },
  proposal: string,
  { facts }: Case,
  puts: Puts,
): Promise<void> => {
  const rows = await tx.unsafe<BallotRow[]>(
    `select id, jsonb_build_object('stage', stage, 'motion', motion, 'draft', draft, 'carried', carried,
        'voided', voided, 'tally', case when voided then null else tally->'tally' end) as stored,
        jsonb_build_object('meeting', meeting, 'voting', voting, 'circulated', circulated) as put,
        to_char(until at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as until, may_vote as "mayVote",
        (select coalesce(jsonb_agg(v.person), '[]') from voter v
          where (v.community, v.ballot) = (ballot.community, ballot.id)) as voters
      from ballot where community = current_community() and proposal = $1::text::uuid`,
    [proposal],
  )
  for (const { id, stored, put: stands, until, mayVote, voters } of rows) {
    const known = facts.ballots.get(id)
    const put = puts.get(id)
    const told = known && {
      stage: known.stage,
      motion: known.motion,
      draft: known.draft,
      carried: known.carried ?? null,
      voided: known.voided === true,
      tally: known.closed ? countOf(known.closed) : null,
    }
    if (!put || !told || canonicalText(stored) !== canonicalText(told))
      return disagree(community, place, 'ballot_wrong')
    if (canonicalText({ ...stands, until }) !== canonicalText(put.told)) disagree(community, place, 'ballot_wrong')
    const many = voters.length === put.mayVote && (mayVote ?? put.mayVote) === put.mayVote
    if (!many || voters.some((person) => put.recused.includes(person))) disagree(community, place, 'voters_wrong')
  }
  if (rows.length !== facts.ballots.size) disagree(community, place, 'ballot_wrong')
}

const countOf = ({ on: _, ...count }: Closed): Counted => count
