import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/within.ts'
import { toHex } from '../../workflows/format/hash.ts'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { checkUpload, type FileType } from '../documents/upload.ts'
import type { FileStore } from '../record/files.ts'
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
    return ok(await keepFile(tx, engine, engine.files, { ...actor, type, content: checked.value }))
  })

interface Keeping {
  readonly community: string
  /** Who sent it; absent for a guest. */
  readonly account?: string
  readonly type: FileType
  /** As it was checked. */
  readonly content: Uint8Array
}

/** Keeps checked bytes, and then notes that they are there. */
export const keepFile = async (
  tx: Tx,
  { clock }: Pick<Engine, 'clock'>,
  store: FileStore,
  { community, account, type, content }: Keeping,
): Promise<KeptFile> => {
  const kept = { sha256: toHex(digest(content)), type, bytes: content.length }
  await store.put(community, kept.sha256, content)
  const at = await clock(tx, undefined)
  await tx.execute(sql`
    insert into file (community, sha256, type, bytes, uploaded_by, uploaded_at)
    values (${community}, ${kept.sha256}, ${type}, ${kept.bytes}, ${account ?? null}, ${at.toISOString()}::timestamptz)
    on conflict do nothing`)
  return kept
}

/**
 * The bytes of a file, compared with its hash as they are read. What the record cites is seen by whoever is signed in;
 * anything else by whoever uploaded it and by the office, and for all others it is not there. So is the photo of a comment
 * that is kept back.
 */
export const fileOf = async (
  engine: Engine,
  actor: Actor,
  sha256: string,
): Promise<Result<{ readonly type: FileType; readonly content: Uint8Array }, Refusal>> => {
  const known = await act(engine, actor, async (tx, rights) => {
    const [row] = await tx.execute<{ type: FileType; own: boolean; cited: boolean }>(sql`
      select f.type, f.uploaded_by = ${rights.account} as own,
        exists (
          select 1 from file_use u join entry e on (e.community, e.chain, e.seq) = (u.community, u.chain, u.seq)
          where (u.community, u.sha256) = (f.community, f.sha256) and (e.kind <> 'comment.received' or exists (
            select 1 from comment c where (c.community, c.photo) = (f.community, f.sha256) and c.admitted))) as cited
      from file f where f.community = ${actor.community} and f.sha256 = ${sha256}`)
    const shown = row && (row.cited || row.own || !needs(rights, 'clerk', 'supervisor', 'administrator'))
    return shown ? ok(row.type) : refuse<Refusal>({ code: 'not_found', what: 'file' })
  })
  return known.ok ? contentOf(engine, actor.community, sha256, known.value) : known
}

/** The bytes of a file that may be seen, compared with its hash. */
export const contentOf = async (
  { files }: Pick<Engine, 'files'>,
  community: string,
  sha256: string,
  type: FileType,
): Promise<Result<{ readonly type: FileType; readonly content: Uint8Array }, Refusal>> => {
  if (!files) return refuse({ code: 'files_unavailable' })
  const content = await files.get(community, sha256)
  if (!content) return refuse({ code: 'file_missing' })
  return toHex(digest(content)) === sha256 ? ok({ type, content }) : refuse({ code: 'file_changed' })
}
