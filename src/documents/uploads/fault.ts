import { type Result, refuse } from '../../../workflows/result.ts'

/** Why a file's structure does not hold: it ends early, a checksum is wrong, its parts do not fit, or it is coded as no browser reads. */
export type Broken = 'cut-short' | 'checksum' | 'structure' | 'coding'
/** Why a whole file is not admitted: something hangs on its end, it unfolds to too many pixels, it moves, or it acts when opened. */
export type Unsafe = 'appended' | 'too-many-pixels' | 'animated' | 'acts-when-opened'

export type FileFault =
  | { readonly code: 'file_broken'; readonly why: Broken }
  | { readonly code: 'file_unsafe'; readonly why: Unsafe }

/** A file that holds, as it is kept: without what tells where and by whom it was made. */
export type Checked = Result<Uint8Array, FileFault>

export const broken = (why: Broken): { readonly ok: false; readonly refusal: FileFault } =>
  refuse({ code: 'file_broken', why })
export const unsafe = (why: Unsafe): { readonly ok: false; readonly refusal: FileFault } =>
  refuse({ code: 'file_unsafe', why })
