import { createHmac } from 'node:crypto'
import type { Keys } from './keys.ts'
import { normaliseSlip, slipAlphabet } from './slips.ts'

const size = 16

/**
 * The code by which a guest follows what was sent, in groups of four: worked out of the key that the form carried, so that the
 * same form sent twice gets the same one, and nothing of it need be kept.
 */
export const followCode = ({ secrets }: Keys, community: string, key: string): string => {
  const bytes = createHmac('sha256', secrets.slip)
    .update(`follow ${community} ${JSON.stringify(key)}`)
    .digest()
  const symbols = [...bytes.subarray(0, size)].map((byte) => slipAlphabet[byte % slipAlphabet.length] ?? '')
  return symbols.join('').match(/.{4}/g)?.join('-') ?? ''
}

/** What a code is found by, as people type it: an HMAC, so that the database alone gives no code away. */
export const followLookup = ({ secrets }: Keys, code: string): string =>
  createHmac('sha256', secrets.slip)
    .update(`followed ${normaliseSlip(code)}`)
    .digest('hex')
