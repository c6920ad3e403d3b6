import { ok, type Result, refuse } from '../../../workflows/result.ts'
import { type FileType, fileTypes } from '../../documents/upload.ts'
import type { Actor, Engine } from '../../services/act.ts'
import { uploadFile } from '../../services/files.ts'
import type { Refusal } from '../../services/refusal.ts'
import type { Typed } from '../form.ts'

const isKnown = (type: string): type is FileType => (fileTypes as readonly string[]).includes(type)

/** Keeps the files sent with a form and answers their hashes by the fields' names. The same file again is the same hash, so no key is used up. */
export const uploadFrom = async (
  engine: Engine,
  { idempotency: _, ...actor }: Actor,
  files: Typed['files'],
): Promise<Result<Readonly<Record<string, readonly string[]>>, Refusal>> => {
  const kept: Record<string, string[]> = {}
  for (const [name, sent] of Object.entries(files))
    for (const file of sent) {
      if (!isKnown(file.type)) return refuse({ code: 'file_type_wrong', declared: 'image/jpeg', found: 'unknown' })
      const one = await uploadFile(engine, actor, { type: file.type, file: new Uint8Array(await file.arrayBuffer()) })
      if (!one.ok) return one
      kept[name] = [...(kept[name] ?? []), one.value.sha256]
    }
  return ok(kept)
}
