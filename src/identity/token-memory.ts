import { createHash } from 'node:crypto'
import { ok } from '../../workflows/result.ts'
import type { Keys } from './keys.ts'
import { checkToken, type TokenClaims } from './tokens.ts'

/** Checks a token for a community, at this process's time. */
export type TokenCheck = (
  token: string,
  asked: { readonly community: string; readonly now: Date },
) => ReturnType<typeof checkToken>

interface Known {
  readonly community: string
  readonly since: Date
  readonly claims: TokenClaims
}

/** A few dozen megabytes when full. */
const usually = 50_000

/**
 * The check of one installation's tokens, which remembers what it found good: by the hash of the whole token, from that
 * moment until it expires, so many at most. Anything else is checked in full. Whether the session still stands is never
 * remembered: every transaction asks the database.
 */
export const rememberingCheck = (keys: Pick<Keys, 'tokens'>, issuer: string, atMost = usually): TokenCheck => {
  const good = new Map<string, Known>()
  return async (token, { community, now }) => {
    const hash = createHash('sha256').update(token).digest('base64url')
    const known = good.get(hash)
    if (known?.community === community && known.since <= now && now < known.claims.expires) return ok(known.claims)
    good.delete(hash)
    const checked = await checkToken(keys, token, { community, issuer, now })
    if (checked.ok) {
      const [oldest] = good.keys()
      if (good.size >= atMost && oldest !== undefined) good.delete(oldest)
      good.set(hash, { community, since: now, claims: checked.value })
    }
    return checked
  }
}
