import { z } from 'zod'
import { type Receipt, readReceipts } from '../../../workflows/verify/receipt.ts'
import type { ReceiptCode } from '../../services/views/receipt-check.ts'

/** What a square code holds besides the address: where the vote stands, and the code of its entry. */
export const receiptCode = z.object({
  ballot: z.uuid(),
  seq: z.coerce.number().int().min(1).max(2_147_483_647),
  code: z.string().regex(/^[0-9a-f]{64}$/),
})

/** What somebody brings to be checked. */
export type Brought =
  | { readonly by: 'receipt'; readonly receipt: Receipt }
  | { readonly by: 'code'; readonly code: ReceiptCode }

/** More on one paste than anybody holds of one ballot. */
const most = 50

const inAddress = (text: string): ReceiptCode | undefined => {
  const [, query = ''] = text.split('?')
  const read = receiptCode.safeParse(Object.fromEntries(new URLSearchParams(query)))
  return read.success ? read.data : undefined
}

/** Reads what was pasted or chosen: a saved file, one receipt, or the address of a square code. Undefined where it is none. */
export const receiptsIn = (text: string): readonly Brought[] | undefined => {
  const plain = text.trim()
  if (!plain.startsWith('{')) {
    const code = inAddress(plain)
    return code && [{ by: 'code', code }]
  }
  const read = readReceipts(plain)
  return read && read.length <= most ? read.map((receipt) => ({ by: 'receipt', receipt })) : undefined
}
