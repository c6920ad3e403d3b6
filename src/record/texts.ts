import { randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/within.ts'
import { commitmentOf } from '../../workflows/format/hash.ts'
import { sha256 } from './sha256.ts'

/** A text and the salted commitment that stands for it in the record. */
export interface SealedText {
  readonly commitment: string
  readonly salt: Uint8Array
  readonly text: string
}

/** Seals a text under a fresh 128-bit salt. Texts are kept in NFC. */
export const sealText = (text: string): SealedText => {
  const kept = text.normalize('NFC')
  const salt = randomBytes(16)
  return { commitment: commitmentOf(sha256, salt, kept), salt, text: kept }
}

/** Keeps sealed texts where they can be erased. */
export const disclose = async (tx: Tx, community: string, texts: readonly SealedText[]): Promise<void> => {
  if (texts.length === 0) return
  const rows = texts.map(({ commitment, salt, text }) => ({
    commitment,
    salt: Buffer.from(salt).toString('hex'),
    text,
  }))
  await tx.execute(sql`
    insert into disclosure (community, commitment, salt, text)
    select ${community}::uuid, commitment, decode(salt, 'hex'), text
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r(commitment text, salt text, text text)`)
}
