import { type Result, refuse } from '../../workflows/result.ts'
import { startsWith } from './uploads/bytes.ts'
import type { Checked, FileFault } from './uploads/fault.ts'
import { checkJpeg } from './uploads/jpeg.ts'
import { checkPdf } from './uploads/pdf.ts'
import { checkPng, pngSignature } from './uploads/png.ts'
import { checkWebp } from './uploads/webp.ts'

/** What may be put on file as evidence: photos and documents. */
export const fileTypes = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const
export type FileType = (typeof fileTypes)[number]

export const fileAtMost = 5_000_000

export type UploadRefusal =
  | FileFault
  | { readonly code: 'file_empty' }
  /** Sizes are in bytes. */
  | { readonly code: 'file_too_large'; readonly bytes: number; readonly limit: number }
  | { readonly code: 'file_type_wrong'; readonly declared: FileType; readonly found: FileType | 'unknown' }

const checks: Readonly<Record<FileType, (file: Uint8Array) => Checked>> = {
  'image/jpeg': checkJpeg,
  'image/png': checkPng,
  'image/webp': checkWebp,
  'application/pdf': checkPdf,
}

/** What a file is by its first bytes, whatever it is called. */
const typeOf = (file: Uint8Array): FileType | 'unknown' => {
  if (startsWith(file, '\xff\xd8\xff')) return 'image/jpeg'
  if (startsWith(file, pngSignature)) return 'image/png'
  if (startsWith(file, 'RIFF') && startsWith(file, 'WEBP', 8)) return 'image/webp'
  return startsWith(file, '%PDF-') ? 'application/pdf' : 'unknown'
}

/**
 * Judges an upload by its content and answers it as it is to be kept: pictures without place, texts and makers' notes.
 * Checking what was kept answers the same bytes again.
 */
export const checkUpload = (file: Uint8Array, declared: FileType): Result<Uint8Array, UploadRefusal> => {
  if (file.length === 0) return refuse({ code: 'file_empty' })
  if (file.length > fileAtMost) return refuse({ code: 'file_too_large', bytes: file.length, limit: fileAtMost })
  const found = typeOf(file)
  if (found !== declared) return refuse({ code: 'file_type_wrong', declared, found })
  return checks[found](file)
}
