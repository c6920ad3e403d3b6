import { sql } from 'drizzle-orm'
import { toHex } from '../../workflows/format/hash.ts'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { checkUpload, type FileType } from '../documents/upload.ts'
import { sha256 as digest } from '../record/sha256.ts'
import { type Actor, act, type Engine, needs } from './act.ts'
import type { Refusal } from './refusal.ts'

/** A photo or a document on file, as an entry may cite it. */
export interface KeptFile {
  /** Of the bytes as kept: a picture's place and texts are taken out before. */
  readonly sha256: string
  readonly type: FileType
  readonly bytes: number
}

/**
 * Checks an upload by its content and keeps it outside the database; the same bytes again are the same file. Clerks and
 * supervisors upload, who alone say what cites a file. The bytes lie safe before the row says that they are there.
 */
export const uploadFile = (
  engine: Engine,
  actor: Actor,
  { type, file }: { readonly type: FileType; readonly file: Uint8Array },
): Promise<Result<KeptFile, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk', 'supervisor')
    if (denied) return refuse(denied)
    if (!engine.files) return refuse({ code: 'files_unavailable' })
    const checked = checkUpload(file, type)
    if (!checked.ok) return checked
    const kept = { sha256: toHex(digest(checked.value)), type, bytes: checked.value.length }
    await engine.files.put(actor.community, kept.sha256, checked.value)
    const at = await engine.clock(tx, undefined)
    await tx.execute(sql`
      insert into file (community, sha256, type, bytes, uploaded_by, uploaded_at)
      values (${actor.community}, ${kept.sha256}, ${type}, ${kept.bytes}, ${actor.account}, ${at.toISOString()}::timestamptz)
      on conflict do nothing`)
    return ok(kept)
  })

/**
 * The bytes of a file, compared with its hash as they are read. What the record cites is seen by whoever is signed in;
 * anything else by whoever uploaded it and by the office, and for all others it is not there.
 */
export const fileOf = async (
  engine: Engine,
  actor: Actor,
  sha256: string,
): Promise<Result<{ readonly type: FileType; readonly content: Uint8Array }, Refusal>> => {
  const known = await act(engine, actor, async (tx, rights) => {
    const [row] = await tx.execute<{ type: FileType; own: boolean; cited: boolean }>(sql`
      select f.type, f.uploaded_by = ${rights.account} as own,
        exists (select 1 from file_use u where (u.community, u.sha256) = (f.community, f.sha256)) as cited
      from file f where f.community = ${actor.community} and f.sha256 = ${sha256}`)
    const shown = row && (row.cited || row.own || !needs(rights, 'clerk', 'supervisor', 'administrator'))
    return shown ? ok(row.type) : refuse<Refusal>({ code: 'not_found', what: 'file' })
  })
  if (!known.ok) return known
  if (!engine.files) return refuse({ code: 'files_unavailable' })
  const content = await engine.files.get(actor.community, sha256)
  if (!content) return refuse({ code: 'file_missing' })
  return toHex(digest(content)) === sha256 ? ok({ type: known.value, content }) : refuse({ code: 'file_changed' })
}
