import { createHash } from 'node:crypto'
import type { Sha256 } from '../../workflows/format/hash.ts'

/** SHA-256 of the server. */
export const sha256: Sha256 = (bytes) => createHash('sha256').update(bytes).digest()
