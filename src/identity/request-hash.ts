import { createHmac } from 'node:crypto'
import type { Keys } from './keys.ts'

/** A request with a key under which a retry of it is recognised. */
export interface KeyedRequest {
  readonly account: string
  readonly key: string
  readonly method: string
  /** With its query. */
  readonly path: string
  readonly body: string | Uint8Array
}

/**
 * What tells a retry from another request under its key. It is keyed with a secret that is not in the database, and of its
 * account and key: a vote cannot be guessed from it among three, nor from another's that says the same.
 */
export const requestHash = ({ secrets }: Keys, { account, key, method, path, body }: KeyedRequest): string =>
  createHmac('sha256', secrets.slip)
    .update(`request ${account} ${JSON.stringify(key)} ${method} ${path}\n`)
    .update(body)
    .digest('hex')
