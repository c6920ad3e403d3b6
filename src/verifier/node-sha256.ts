import * as crypto from 'node:crypto'
import type { Sha256 } from '../../workflows/format/hash.ts'

const atOnce = 'hash' in crypto ? crypto.hash : undefined

/** SHA-256 for the verifier on Node: in one call where Node has it, since 20.12; a text out of it and into bytes costs less than a buffer. */
export const sha256: Sha256 = atOnce
  ? (bytes, lent = new Uint8Array(32)) => {
      const letters = atOnce('sha256', bytes, 'binary')
      for (let n = 0; n < 32; n += 1) lent[n] = letters.charCodeAt(n)
      return lent
    }
  : (bytes) => new Uint8Array(crypto.createHash('sha256').update(bytes).digest())
