import { OpenAPIHono } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import type { Db } from '../db/within.ts'
import type { Sql } from '../db/client.ts'
import { answerProblem } from './api/problem.ts'
import { docsRoutes } from './api/routes/docs.ts'
import { communityRoutes } from './api/routes/communities.ts'
import { healthRoutes } from './api/routes/health.ts'
import { meetingRoutes } from './api/routes/meetings.ts'
import { proposalRoutes } from './api/routes/proposals.ts'
import { sessionRoutes } from './api/routes/session.ts'
import type { Keys } from './identity/keys.ts'
import { overviewPage } from './pages/overview.tsx'
import { style } from './pages/style.ts'
import { databaseClock } from './record/clock.ts'
import { openVoteBox } from './services/votes.ts'
import { publicOverview } from './services/views/proposals.ts'

export interface AppOptions {
  readonly sql: Sql
  readonly db: Db
  readonly keys: Keys
  /** Milliseconds that the clock is ahead of the database's: 0 but in demo and tests. */
  readonly offset?: () => number
  /** This process's time in milliseconds, for the tokens' dates. */
  readonly now: () => number
  readonly issuer: string
  readonly setupToken?: string | undefined
  readonly log: (message: string, facts?: Readonly<Record<string, unknown>>) => void
}

const bodyAtMost = 6_000_000

/** The whole of the server as a Hono app: the API, its documents, and the plain overview page. */
export const createApp = ({ sql, db, keys, offset = () => 0, now, issuer, setupToken, log }: AppOptions): OpenAPIHono => {
  const api = new OpenAPIHono({
    defaultHook: (result, c) =>
      result.success
        ? undefined
        : answerProblem(c, {
            code: 'input_invalid',
            faults: result.error.issues.map(({ path, message }) => ({ at: path.join('.') || '(body)', message })),
          }),
  })
  api.use(secureHeaders({ contentSecurityPolicy: { defaultSrc: ["'self'"], imgSrc: ["'self'", 'data:'], objectSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"], formAction: ["'self'"] } })) // prettier-ignore
  api.use(bodyLimit({ maxSize: bodyAtMost, onError: (c) => answerProblem(c, { code: 'body_too_large', limit: bodyAtMost }) }))
  api.onError((error, c) => {
    if (error instanceof HTTPException && error.status === 400) return answerProblem(c, { code: 'json_malformed' })
    if (isUnavailable(error)) return answerProblem(c, { code: 'database_unavailable' })
    log('a request failed', { path: new URL(c.req.url).pathname, method: c.req.method, error: error.message, stack: error.stack })
    return answerProblem(c, { code: 'internal_error' })
  })
  api.notFound((c) => answerProblem(c, { code: 'route_unknown' }))

  const engine = { db, keys, clock: databaseClock(offset), now: () => now() + offset() }
  const app = { api, engine, votes: openVoteBox({ sql, keys, offset }), issuer, setupToken }
  healthRoutes(api, sql)
  sessionRoutes(app)
  communityRoutes(app)
  proposalRoutes(app)
  meetingRoutes(app)
  docsRoutes(api)
  api.get('/style.css', (c) => c.body(style, 200, { 'content-type': 'text/css; charset=utf-8' }))
  api.get('/', async (c) => c.html(overviewPage(await publicOverview(db))))
  return api
}

const connectionLost = /^(ECONN|EPIPE|ETIMEDOUT|CONNECTION_|CONNECT_TIMEOUT|57P0|53300|08)/

/** True where the database could not be reached: nothing was acknowledged. */
const isUnavailable = (error: unknown): boolean => {
  const causes = [error, error instanceof Error ? error.cause : undefined]
  return causes.some((cause) => typeof cause === 'object' && cause !== null && 'code' in cause && connectionLost.test(String(cause.code)))
}
