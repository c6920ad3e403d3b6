import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/within.ts'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import type { ExpandedProcedure } from '../../workflows/stages/stage.ts'
import type { ExportedChain, RecordExport } from '../../workflows/verify.ts'
import { announcedIn } from '../record/announced-keys.ts'
import { communityChain, meetingChain, proposalChain } from '../record/chains.ts'
import { type Engine, isOffice } from './act.ts'
import { isVisitor, look, type Reader } from './look.ts'
import type { Refusal } from './refusal.ts'
import { seal } from './sealing.ts'

/**
 * A case's record for the verifier. Choices of closed ballots are opened to those who may see the roll call, and to nobody
 * where only totals are shown; other texts go to clerks and supervisors only. What is not sealed yet is sealed first, but for a
 * visitor, who writes nothing.
 */
export const exportRecord = async (
  engine: Engine,
  reader: Reader,
  proposal: string,
): Promise<Result<RecordExport, Refusal>> => {
  if (!isVisitor(reader)) await seal(engine, reader.community)
  return look(engine, reader, async (tx, rights) => {
    const [row] = await tx.execute<{ expanded: ExpandedProcedure }>(sql`
      select a.expanded from proposal p join adoption a on (a.community, a.id) = (p.community, p.adoption)
      where p.community = ${reader.community} and p.id = ${proposal}`)
    if (!row) return refuse({ code: 'not_found', what: 'proposal' })
    const office = isOffice(rights)
    // The tree is read before the chains: they may go on, and never end before what was sealed of them.
    const tree = await exportTree(tx, reader.community)
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
      keys: announcedIn(chains.find(({ name }) => name === communityChain)?.entries ?? []),
      tree,
    })
  })
}

/** Every sealed head of the community, and every checkpoint signed over them. */
const exportTree = async (tx: Tx, community: string): Promise<NonNullable<RecordExport['tree']>> => {
  const checkpoints = await tx.execute<{ size: string; note: string }>(sql`
    select size, note from checkpoint where community = ${community} order by size`)
  const leaves = await tx.execute<{ chain: string; seq: number; head: string }>(sql`
    select chain, seq, encode(head, 'hex') as head from seal
    where community = ${community} and size <= ${checkpoints.at(-1)?.size ?? 0} order by size`)
  return { leaves: [...leaves], checkpoints: checkpoints.map(({ note }) => note) }
}

/** One chain as exported: every entry's bytes and head, and the signed head of the last of them. */
const exportChain = async (tx: Tx, community: string, name: string): Promise<ExportedChain> => {
  const entries = await tx.execute<{ bytes: string; head: string }>(sql`
    select convert_from(bytes, 'UTF8') as bytes, encode(head, 'hex') as head
    from entry where community = ${community} and chain = ${name} order by seq`)
  const signed = await tx.execute<{ seq: number; jws: string }>(sql`
    select seq, jws from signed_head where community = ${community} and chain = ${name} and seq <= ${entries.length} order by seq`)
  const last = signed.find(({ seq }) => seq === entries.length)
  const earlier = signed.filter((one) => one !== last)
  return { name, entries: [...entries], signedHead: last?.jws ?? '', signedHeads: earlier.map(({ jws }) => jws) }
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
