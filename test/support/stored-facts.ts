import * as assert from 'uvu/assert'
import { within } from '../../db/within.ts'
import { proposalChain } from '../../src/record/chains.ts'
import { loadCase } from '../../src/services/cases.ts'
import { parseEntry } from '../../workflows/format/entry.ts'
import type { Played } from './reference-move.ts'

/** Holds what the tables say of a case against the fold of its entries; loading it holds the stored state against the replay. */
export const factsAgree = async ({ village, proposal }: Pick<Played, 'village' | 'proposal'>): Promise<void> => {
  const { community, database, engine } = village
  const c = await within(engine.db, community, (tx) => loadCase(tx, community, proposal))
  if (!c) throw new Error('the case is there')
  const { facts } = c
  await database.ownerSql.begin(async (sql) => {
    await sql`select set_config('app.community', ${community}, true)`

    const drafts = await sql<{ n: number; text: string; change: string }[]>`
      select n, text, change from draft where proposal = ${proposal} order by n`
    assert.is(drafts.length, facts.draft?.n ?? 0, 'as many drafts as the fold counts')
    const newest = drafts.at(-1)
    if (newest) assert.equal({ ...newest }, { n: facts.draft?.n, text: facts.draft?.text, change: facts.draft?.change })

    const said = await sql<{ id: string; admitted: boolean; withdrawn: boolean; upheld: boolean | null }[]>`
      select c.id, c.admitted, (c.withdrawn_at is not null) as withdrawn, c.upheld
      from comment c join posting o on (o.community, o.id) = (c.community, c.posting)
      where o.proposal = ${proposal} and o.closed_at is null order by c.id`
    if (c.snapshot.status === 'active')
      assert.equal(
        said.map((one) => [one.id, one.admitted, one.withdrawn, one.upheld ?? undefined]),
        [...facts.comments].map(([id, one]) => [id, one.admitted, one.withdrawn ?? false, one.upheld]).sort(),
        'comments on what hangs',
      )

    const ballots = await sql<
      { id: string; stage: string; motion: string; draft: number; carried: boolean | null; votes: string[] }[]
    >`
      select b.id, b.stage, b.motion, b.draft, b.carried,
        (select coalesce(array_agg(v.person || ' ' || v.commitment order by v.person), '{}') from vote v
         where v.community = b.community and v.ballot = b.id) as votes
      from ballot b where b.proposal = ${proposal} order by b.opened_at, b.id`
    assert.equal(
      ballots.map(({ id, stage, motion, draft, carried }) => [id, stage, motion, draft, carried ?? undefined]).sort(),
      [...facts.ballots].map(([id, b]) => [id, b.stage, b.motion, b.draft, b.carried]).sort(),
    )
    const entries = await sql<{ bytes: Uint8Array }[]>`
      select bytes from entry where chain = ${proposalChain(proposal)} order by seq`
    const cast = entries.flatMap(({ bytes }) => {
      const entry = parseEntry(new Uint8Array(bytes))
      return entry.kind === 'vote.cast' ? [entry.data] : []
    })
    for (const { id, votes } of ballots)
      assert.equal(
        votes,
        cast
          .filter(({ ballot }) => ballot === id)
          .map(({ voter, choice }) => `${voter} ${choice}`)
          .sort(),
        'the votes in the table are those in the record',
      )

    const [row] = await sql<{ matter: string | null; posting: string | null; days: string | null }[]>`
      select p.matter, o.id as posting, o.last_day::text as days from proposal p
      left join posting o on o.community = p.community and o.proposal = p.id and o.closed_at is null
      where p.id = ${proposal}`
    assert.equal(
      { ...row },
      {
        matter: facts.matter ?? null,
        posting: c.snapshot.status === 'active' ? (facts.posting?.id ?? null) : null,
        days: c.snapshot.status === 'active' ? (facts.posting?.lastDay ?? null) : null,
      },
    )
  })
}
