import { sql } from 'drizzle-orm'
import type { Tx } from '../../../db/within.ts'
import { dayOfEntry, parseEntry } from '../../../workflows/format/entry.ts'
import { toHex } from '../../../workflows/format/hash.ts'
import type { Evidence, ReadEvidence } from '../../documents/evidence.ts'
import type { FileType } from '../../documents/upload.ts'
import { proposalChain } from '../../record/chains.ts'
import { sha256 as digest } from '../../record/sha256.ts'
import type { Engine } from '../act.ts'

/** The photos and documents that a case's own record cites, but for those of withdrawn comments, and those of the meetings that had it on their agenda. */
export const evidenceOf = async (tx: Tx, community: string, proposal: string): Promise<readonly Evidence[]> => {
  const rows = await tx.execute<{ sha256: string; type: FileType; bytes: string }>(sql`
    select u.sha256, f.type, convert_from(e.bytes, 'UTF8') as bytes
    from file_use u
    join file f on (f.community, f.sha256) = (u.community, u.sha256)
    join entry e on (e.community, e.chain, e.seq) = (u.community, u.chain, u.seq)
    left join comment c on e.kind = 'comment.received' and c.community = u.community
      and c.id = (convert_from(e.bytes, 'UTF8')::jsonb -> 'data' ->> 'comment')::uuid
    where c.withdrawn_at is null and u.community = ${community} and (u.chain = ${proposalChain(proposal)} or u.chain in (
      select 'meeting/' || meeting from agenda where community = ${community} and proposal = ${proposal}))
    order by u.chain like 'meeting/%', e.recorded_at, u.chain, u.seq, u.sha256`)
  return rows.map(({ sha256, type, bytes }) => {
    const entry = parseEntry(new TextEncoder().encode(bytes))
    return { sha256, type, cited: { kind: entry.kind, chain: entry.chain, seq: entry.seq, on: dayOfEntry(entry) } }
  })
}

/** Reads a file from where it is kept, and holds it to its hash. */
export const readEvidence =
  ({ files }: Pick<Engine, 'files'>, community: string): ReadEvidence =>
  async (sha256) => {
    if (!files) return 'files_unavailable'
    const content = await files.get(community, sha256)
    if (!content) return 'file_missing'
    return toHex(digest(content)) === sha256 ? content : 'file_changed'
  }
