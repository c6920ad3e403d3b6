import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../../db/within.ts'

/** Where the bytes of evidence lie, outside the database; a file is asked for by its community and its hash. */
export interface FileStore {
  /** Keeps the bytes for good before it returns; the same bytes again change nothing. */
  readonly put: (community: string, sha256: string, bytes: Uint8Array) => Promise<void>
  /** The bytes as they lie there now: whether they are still those of the hash is the reader's to check. */
  readonly get: (community: string, sha256: string) => Promise<Uint8Array | undefined>
}

const citing = z.object({ files: z.array(z.string()).default([]) })

/** The files that an entry's data cite. */
export const filesIn = (data: unknown): readonly string[] => citing.parse(data).files

/** True if each of these files is known in the community. */
export const filesKnown = async (tx: Tx, community: string, files: readonly string[]): Promise<boolean> => {
  if (files.length === 0) return true
  const rows = await tx.execute<{ sha256: string }>(sql`
    select sha256 from file where community = ${community}
      and sha256 in (select jsonb_array_elements_text(${JSON.stringify(files)}::text::jsonb))`)
  return rows.length === new Set(files).size
}

/** Notes that an entry of the record cites these files: from now on they are evidence. */
export const citeFiles = async (
  tx: Tx,
  { community, chain, seq }: { readonly community: string; readonly chain: string; readonly seq: number },
  files: readonly string[],
): Promise<void> => {
  if (files.length === 0) return
  await tx.execute(sql`
    insert into file_use (community, sha256, chain, seq)
    select ${community}::uuid, sha256, ${chain}, ${seq}
    from jsonb_array_elements_text(${JSON.stringify(files)}::text::jsonb) as sha256`)
}
