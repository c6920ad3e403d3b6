import { createHash } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { answerProblem } from './problem.ts'

/** How many requests a minute are answered to one token, and to one address that sends none. */
export interface RateLimits {
  readonly token: number
  readonly address: number
}

/** Far above what a desk, a telephone or a hall behind one address asks; below what wears a small server out. */
export const usualLimits: RateLimits = { token: 3000, address: 6000 }

const windowMs = 60_000
const mostKeys = 100_000

/** Who is counted: the holder of a token, else the network address. */
const keyOf = (
  c: Context,
  { token, address }: RateLimits,
  networkOf: (c: Context) => string,
): readonly [string, number] => {
  const authorization = c.req.header('authorization')
  if (authorization !== undefined) return [createHash('sha256').update(authorization).digest('base64url'), token]
  return [networkOf(c), address]
}

/** Counts requests by the minute in this process, tells how many are left, and refuses those above. */
export const rateLimit = (
  limits: RateLimits,
  networkOf: (c: Context) => string,
  now: () => number,
): MiddlewareHandler => {
  const counted = new Map<string, number>()
  let window = 0
  return async (c, next) => {
    const at = now()
    const current = Math.floor(at / windowMs)
    if (current !== window || counted.size > mostKeys) {
      counted.clear()
      window = current
    }
    const [key, limit] = keyOf(c, limits, networkOf)
    const used = (counted.get(key) ?? 0) + 1
    counted.set(key, used)
    const reset = Math.ceil(((current + 1) * windowMs - at) / 1000)
    const refused = used > limit ? answerProblem(c, { code: 'too_many_requests', retryAfter: reset }) : undefined
    if (refused) c.res = refused
    else await next()
    // Set on the answer itself: `c.header` would make a finished one anew for each.
    c.res.headers.set('ratelimit-limit', String(limit))
    c.res.headers.set('ratelimit-remaining', String(Math.max(0, limit - used)))
    c.res.headers.set('ratelimit-reset', String(reset))
    return undefined
  }
}
