import { readCode } from '../../../workflows/format/checkpoint.ts'

/** A checkpoint's code as it is read off a paper, its number before it, or behind it as papers once had it. Undefined where it is none. */
export const checkpointTyped = (text: string): { readonly size: number; readonly code: string } | undefined => {
  const plain = text.normalize('NFKC').trim()
  const [, first, then] = /^(\d{1,15})\s*:(.+)$/.exec(plain) ?? []
  const [, before, last] = /^(.+?)\s*\((\d{1,15})\)$/.exec(plain) ?? []
  const [size, typed] = first === undefined ? [last, before] : [first, then]
  const code = typed === undefined ? undefined : readCode(typed)
  return size === undefined || code === undefined ? undefined : { size: Number(size), code }
}
