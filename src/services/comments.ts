import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import { openFacts } from '../../workflows/case.ts'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { checkUpload, type FileType } from '../documents/upload.ts'
import { type Actor, act, type Engine, isOffice } from './act.ts'
import { loadCase } from './cases.ts'
import { type Done, performIn } from './commands/command.ts'
import { comment, commentWithPhoto } from './commands/comment.ts'
import { commentsTooOften } from './commands/comment-limit.ts'
import { contentOf, keepFile } from './files.ts'
import { look, type Reader } from './look.ts'
import type { Refusal } from './refusal.ts'

/** A photo as it came with a comment, and what it shows. */
export interface SentPhoto {
  readonly content: Uint8Array
  readonly alt: string
}

/** Judges a photo by its content, whatever it was called, and takes out where it was taken; a paper is none. */
export const checkPhoto = ({ content, alt }: SentPhoto): Result<SentPhoto & { readonly type: FileType }, Refusal> => {
  const asJpeg = checkUpload(content, 'image/jpeg')
  const type = !asJpeg.ok && asJpeg.refusal.code === 'file_type_wrong' ? asJpeg.refusal.found : 'image/jpeg'
  if (type === 'unknown' || type === 'application/pdf') return refuse({ code: 'photo_type_wrong' })
  const checked = type === 'image/jpeg' ? asJpeg : checkUpload(content, type)
  return checked.ok ? ok({ type, content: checked.value, alt }) : checked
}

/** A comment of somebody who is known, with a photo if there is one: nothing of the photo is kept unless the comment can be made. */
export const sendComment = async (
  engine: Engine,
  actor: Actor,
  proposal: string,
  input: z.output<typeof comment.input>,
  sent?: SentPhoto,
): Promise<Result<Done, Refusal>> => {
  const photo = sent && checkPhoto(sent)
  if (photo && !photo.ok) return photo
  return act(engine, actor, async (tx, rights) => {
    const at = { community: actor.community, rights }
    const { files: store } = engine
    const hangs = photo && (await loadCase(tx, actor.community, proposal))
    const open = hangs && openFacts(hangs).includes('comment.received') && hangs.facts.posting?.id === input.posting
    const may = rights.person !== undefined || rights.roles.has('clerk')
    // What cannot be said is refused by the record itself, and nothing was kept for it.
    if (!photo || !open || !may) return performIn(tx, engine, at, proposal, comment, input)
    if (!store) return refuse({ code: 'files_unavailable' })
    const often = await commentsTooOften(
      { tx, community: actor.community },
      rights.person,
      await engine.clock(tx, undefined),
    )
    if (often) return refuse(often)
    const { type, content, alt } = photo.value
    const { sha256 } = await keepFile(tx, engine, store, { ...actor, type, content })
    return performIn(tx, engine, at, proposal, commentWithPhoto, { ...input, files: [sha256], alt })
  })
}

type Photo = { readonly sha256: string; readonly type: FileType }

/** The photo of a comment: for everybody while the comment is shown, else for the office and whoever made it; withdrawn, for the latter alone. */
export const commentPhoto = async (
  engine: Engine,
  reader: Reader,
  id: string,
): Promise<Result<{ readonly type: FileType; readonly content: Uint8Array }, Refusal>> => {
  const found = await look(engine, reader, async (tx, rights) => {
    const [row] = await tx.execute<Photo>(sql`
      select f.sha256, f.type from (
        select community, photo from comment c where c.community = ${reader.community} and c.id = ${id}
          and (c.admitted or (${isOffice(rights)} and c.withdrawn_at is null) or c.author = ${rights.person ?? null}::uuid)
        union all
        select community, photo from guest_comment where community = ${reader.community} and id = ${id}
          and ${isOffice(rights)} and withdrawn_at is null
      ) c join file f on (f.community, f.sha256) = (c.community, c.photo) limit 1`)
    return row ? ok(row) : refuse<Refusal>({ code: 'not_found', what: 'file' })
  })
  return found.ok ? contentOf(engine, reader.community, found.value.sha256, found.value.type) : found
}
