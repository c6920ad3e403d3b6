import { sourceIn } from '../../workflows/verify/archive.ts'
import { readAsWritten } from '../../workflows/verify/as-written.ts'
import { sourceOf } from '../../workflows/verify/source.ts'
import type { Lying } from '../../workflows/verify/zip.ts'
import { type RecordSource, recordExport } from '../../workflows/verify.ts'

const decoder = new TextDecoder('utf-8', { fatal: true })

/** A record in a file, whichever of its two forms it has; throws on what is neither. */
export const openRecord = async (file: Lying): Promise<RecordSource> => {
  const [first, second] = await file.slice(0, 2)
  if (first === 0x50 && second === 0x4b) return sourceIn(file)
  return sourceOf(recordExport.parse(readAsWritten(decoder.decode(await file.slice(0, file.size)))))
}
