import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/within.ts'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import type { ExpandedProcedure } from '../../workflows/stages/stage.ts'
import type { ExportedChain, RecordExport } from '../../workflows/verify.ts'
import { publicJwks } from '../identity/keys.ts'
import { communityChain, meetingChain, proposalChain } from '../record/chains.ts'
import { type Engine, isOffice } from './act.ts'
import { look, type Reader } from './look.ts'
import type { Refusal } from './refusal.ts'

/**
 * A case's record for the verifier. Choices of closed ballots are opened to those who may see the roll call, and to nobody
 * where only totals are shown; other texts go to clerks and supervisors only.
 */
export const exportRecord = (
  engine: Engine,
  reader: Reader,
  proposal: string,
): Promise<Result<RecordExport, Refusal>> =>
  look(engine, reader, async (tx, rights) => {
    const [row] = await tx.execute<{ expanded: ExpandedProcedure }>(sql`
      select a.expanded from proposal p join adoption a on (a.community, a.id) = (p.community, p.adoption)
      where p.community = ${reader.community} and p.id = ${proposal}`)
    if (!row) return refuse({ code: 'not_found', what: 'proposal' })
    const office = isOffice(rights)
    // Read in the order in which chains cite one another, so that what one cites is there although others go on writing.
    const own = await exportChain(tx, reader.community, proposalChain(proposal))
    const meetings = await tx.execute<{ meeting: string }>(sql`
      select distinct meeting from agenda where community = ${reader.community} and proposal = ${proposal} order by meeting`)
    const chains = [own]
    for (const name of [...meetings.map(({ meeting }) => meetingChain(meeting)), communityChain])
      chains.unshift(await exportChain(tx, reader.community, name))
    const choices = await tx.execute<{ commitment: string; salt: string; text: string }>(sql`
      select v.commitment, encode(v.salt, 'hex') as salt, v.choice as text
      from (select community, ballot, commitment, salt, choice from vote
        union all select community, ballot, commitment, salt, choice from vote_correction) v
      join ballot b on (b.community, b.id) = (v.community, v.ballot)
      where b.community = ${reader.community} and b.proposal = ${proposal} and b.closed_at is not null
        and (b.roll_call = 'public' or (b.roll_call = 'members' and (${office} or exists (
          select 1 from roll_entry r where r.community = b.community and r.roll = b.roll and r.person = ${rights.person ?? null}::uuid))))`)
    const texts = office ? await textsIn(tx, reader.community, chains) : []
    const disclosures = Object.fromEntries(
      [...choices, ...texts].map(({ commitment, salt, text }) => [commitment, { salt, text }]),
    )
    return ok({
      format: 1,
      community: reader.community,
      proposal,
      adoption: row.expanded,
      chains,
      disclosures,
      keys: publicJwks(engine.keys).record,
    })
  })

/** One chain as exported: every entry's bytes and head, and the signed head of the last of them. */
const exportChain = async (tx: Tx, community: string, name: string): Promise<ExportedChain> => {
  const entries = await tx.execute<{ bytes: string; head: string }>(sql`
    select convert_from(bytes, 'UTF8') as bytes, encode(head, 'hex') as head
    from entry where community = ${community} and chain = ${name} order by seq`)
  const [signed] = await tx.execute<{ jws: string }>(sql`
    select jws from signed_head where community = ${community} and chain = ${name} and seq = ${entries.length}`)
  return { name, entries: [...entries], signedHead: signed?.jws ?? '' }
}

/** The texts that these chains commit to and that are still there. */
const textsIn = (tx: Tx, community: string, chains: readonly ExportedChain[]) => {
  const commitments = chains.flatMap(({ entries }) =>
    entries.flatMap(({ bytes }) => bytes.match(/(?<=")[0-9a-f]{64}(?=")/g) ?? []),
  )
  return tx.execute<{ commitment: string; salt: string; text: string }>(sql`
    select commitment, encode(salt, 'hex') as salt, text from disclosure
    where community = ${community} and erased_at is null
      and commitment in (select jsonb_array_elements_text(${JSON.stringify([...new Set(commitments)])}::text::jsonb))`)
}
