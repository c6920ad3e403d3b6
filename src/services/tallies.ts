import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/within.ts'
import type { OpenBallot } from '../../workflows/facts.ts'
import type { DataOf, PaperOption } from '../../workflows/format/catalogue.ts'
import type { Counted, Shares } from '../../workflows/stages/counting.ts'
import { sortedChoices } from '../../workflows/stages/voting.ts'
import { RecordDisagrees } from './cases.ts'
import { type SecretChoice, secretChoicesOf } from './secret-choices.ts'

/** What a ballot comes to at its close, and for a secret one the sorted choices that go into the record. */
export interface Count {
  readonly tally: Counted
  readonly choices?: Pick<DataOf<'ballot.closed'>, 'choices'>
}

/** Counts the open ballot under its chain's lock. Throws where what is stored is not what the record says was cast. */
export const countOf = async (tx: Tx, community: string, open: OpenBallot): Promise<Count> => {
  const papers = open.papers ?? open.tallied
  const issued = papers ? { issued: papers.issued, returned: papers.returned } : {}
  const withPapers = ({ people, ...rest }: Counted): Counted => ({ people: { ...people, ...issued }, ...rest })
  if (open.voting === 'counted') return { tally: handsOf(open) }
  if (open.voting === 'secret') {
    const choices = sortedChoices(await secretChoicesOf(tx, community, open.ballot))
    const phones = [...open.voters.values()].filter((door) => door === 'phone').length
    if (choices.length !== phones)
      throw new RecordDisagrees(
        `ballot ${open.ballot}: ${choices.length} choices stored, ${phones} taken part by phone`,
      )
    return { tally: withPapers(boxOf(open, choices)), choices: { choices } }
  }
  const { people, groups, measures } = open
  const tally = await tallyOf(tx, community, open.ballot, { people, groups, measures })
  const { yes, no, abstain, spoiled } = tally.people
  const counted = yes + no + abstain + spoiled
  if (open.voters.size !== counted)
    throw new RecordDisagrees(`ballot ${open.ballot}: ${counted} votes stored, ${open.voters.size} in the record`)
  return { tally: withPapers(tally) }
}

/** The tally of a secret ballot: what the phones chose and what the papers say; a group that nobody counted apart stands at none. */
const boxOf = ({ people, groups, tallied }: OpenBallot, choices: readonly SecretChoice[]): Counted => {
  const sumOf = (some: readonly SecretChoice[], papers = noPapers) => {
    const sum = { ...noPapers, ...papers }
    for (const { choice } of some) sum[choice] += 1
    return sum
  }
  return {
    people: { ...people, ...sumOf(choices, tallied?.people) },
    groups: Object.fromEntries(
      Object.entries(groups).map(([group, share]) => [
        group,
        {
          ...share,
          ...sumOf(
            choices.filter((choice) => choice.groups.includes(group)),
            tallied?.groups[group],
          ),
        },
      ]),
    ),
  }
}

const noPapers = { yes: 0, no: 0, abstain: 0, spoiled: 0 }
const noHands = { yes: 0, no: 0, abstain: 0 }

/** The tally that the tellers' count comes to; a group that they did not count apart stands at none. */
const handsOf = ({ people, groups, hands }: OpenBallot): Counted => ({
  people: { ...people, ...(hands?.people ?? noHands), spoiled: 0 },
  groups: Object.fromEntries(
    Object.entries(groups).map(([group, share]) => [
      group,
      { ...share, ...noHands, ...hands?.groups[group], spoiled: 0 },
    ]),
  ),
})

interface VoteRow {
  readonly [column: string]: unknown
  readonly groups: string[]
  readonly choice: PaperOption
  readonly people: number
  readonly area: string | null
  readonly represented: string | null
}

/** Counts the stored votes of a ballot over its roll, each as last put right: heads, each group, and whatever the roll weighs. */
const tallyOf = async (tx: Tx, community: string, ballot: string, base: Shares): Promise<Counted> => {
  const rows = await tx.execute<VoteRow>(sql`
    select r.groups, coalesce(k.choice, c.choice) as choice, count(*)::int as people,
      sum(r.area)::text as area, sum(r.represented)::text as represented
    from ballot b
    join vote c on (c.community, c.ballot) = (b.community, b.id)
    join roll_entry r on (r.community, r.roll, r.person) = (b.community, b.roll, c.person)
    left join lateral (select choice from vote_correction k where (k.community, k.ballot, k.person) = (c.community, c.ballot, c.person)
      order by n desc limit 1) k on true
    where b.community = ${community} and b.id = ${ballot} group by 1, 2`)
  const sumOf = (some: readonly VoteRow[], weight: (row: VoteRow) => number) => {
    const sum = { yes: 0, no: 0, abstain: 0, spoiled: 0 }
    for (const row of some) sum[row.choice] += weight(row)
    return sum
  }
  const heads = ({ people }: VoteRow) => people
  const { area, represented } = base.measures ?? {}
  const measures = {
    ...(area ? { area: { ...area, ...sumOf(rows, (row) => Number(row.area)) } } : {}),
    ...(represented ? { represented: { ...represented, ...sumOf(rows, (row) => Number(row.represented)) } } : {}),
  }
  return {
    people: { ...base.people, ...sumOf(rows, heads) },
    groups: Object.fromEntries(
      Object.entries(base.groups).map(([group, share]) => [
        group,
        {
          ...share,
          ...sumOf(
            rows.filter(({ groups }) => groups.includes(group)),
            heads,
          ),
        },
      ]),
    ),
    ...(base.measures ? { measures } : {}),
  }
}
