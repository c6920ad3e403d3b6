import { type Receipt, readReceipts } from '../../workflows/verify/receipt.ts'
import { keptIn } from './kept.ts'

/** What a file is that somebody hands to the page. */
export type Given =
  | { readonly sort: 'record' | 'unknown' }
  | { readonly sort: 'receipts'; readonly receipts: readonly Receipt[] }
  | { readonly sort: 'kept'; readonly text: string }

/** A receipt, a key or a checkpoint is never larger; a record may be of any size and is not read as a whole. */
const most = 1_000_000

/** Tells a record, a receipt, and what somebody has kept apart by what is in them. */
export const givenIn = async (file: Blob): Promise<Given> => {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer())
  if (first === 0x50 && second === 0x4b) return { sort: 'record' }
  if (file.size > most) return { sort: first === 0x7b ? 'record' : 'unknown' }
  const text = await file.text()
  if (text.trim() !== '' && keptIn(text)) return { sort: 'kept', text: text.trim() }
  const receipts = readReceipts(text)
  if (receipts) return { sort: 'receipts', receipts }
  const value = json(text)
  return { sort: typeof value === 'object' && value !== null && 'chains' in value ? 'record' : 'unknown' }
}

const json = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
