import { OpenAPIHono } from '@hono/zod-openapi'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import type { Sql } from '../db/client.ts'
import type { Db } from '../db/within.ts'
import type { StreamTo } from './api/app-context.ts'
import { limitBody } from './api/body-limit.ts'
import { failureFacts, isUnavailable } from './api/failure.ts'
import { faultsOf } from './api/faults.ts'
import type { Metrics } from './api/metrics.ts'
import { networkBehind } from './api/network.ts'
import { answerProblem, explain } from './api/problem.ts'
import { type RateLimits, rateLimit, usualLimits } from './api/rate-limit.ts'
import { attestationRoutes } from './api/routes/attestations.ts'
import { checkpointRoutes } from './api/routes/checkpoints.ts'
import { commentRoutes } from './api/routes/comments.ts'
import { communityRoutes } from './api/routes/communities.ts'
import { demandRoutes } from './api/routes/demands.ts'
import { deskRoutes } from './api/routes/desk.ts'
import { type DocsFiles, docsRoutes } from './api/routes/docs.ts'
import { documentRoutes } from './api/routes/documents.ts'
import { doorRoutes } from './api/routes/doors.ts'
import { fileRoutes } from './api/routes/files.ts'
import { healthRoutes } from './api/routes/health.ts'
import { meetingRoutes } from './api/routes/meetings.ts'
import { oversightRoutes } from './api/routes/oversight.ts'
import { paperRoutes } from './api/routes/papers.ts'
import { pollRoutes } from './api/routes/polls.ts'
import { proposalRoutes } from './api/routes/proposals.ts'
import { proxyRoutes } from './api/routes/proxies.ts'
import { rosterRoutes } from './api/routes/roster.ts'
import { seatRoutes } from './api/routes/seats.ts'
import { secretBallotRoutes } from './api/routes/secret-ballots.ts'
import { sessionRoutes } from './api/routes/session.ts'
import { topicRoutes } from './api/routes/topics.ts'
import { unitRoutes } from './api/routes/units.ts'
import { webStream } from './api/web-stream.ts'
import type { Keys } from './identity/keys.ts'
import { rememberingCheck } from './identity/token-memory.ts'
import { tellOnPage } from './pages/answers.tsx'
import { pagesOf } from './pages/mount.ts'
import type { VerifierFiles } from './pages/site.ts'
import { databaseClock } from './record/clock.ts'
import type { FileStore } from './record/files.ts'
import { type LiveSettings, openLive, usualLive } from './services/live.ts'
import { openVoteBox } from './services/votes/box.ts'

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
  /** Tests only: log2 of the work that passwords are hashed with. */
  readonly passwordWork?: number | undefined
  /** Where photos and documents are kept; without it none is taken. */
  readonly files?: FileStore
  /** Where the installation is found from outside, such as https://yishi.example; printed codes lead there. */
  readonly address?: string | undefined
  /** The files of the page at `/docs`; without them there is none. */
  readonly docs?: DocsFiles
  /** The verifier for anybody to save; without it nobody is offered it. */
  readonly verifier?: VerifierFiles
  /** Counts what is asked, where somebody reads it. */
  readonly metrics?: Metrics
  /** How many proxies of the installation's own stand before it, each adding to X-Forwarded-For whom it saw; none where nothing is said. */
  readonly proxies?: number | undefined
  /** False where the runtime packs answers itself: what is packed here would be packed twice. */
  readonly packs?: boolean
  /** How often may be asked; far above ordinary use where nothing is said. */
  readonly rateLimits?: RateLimits
  /** How meetings are followed live; as usual where nothing is said. */
  readonly live?: Partial<LiveSettings>
  /** Aborted when the server stops: whoever follows a meeting is let go. */
  readonly stopping?: AbortSignal
  /** How the runtime sends what somebody follows; through a web stream where nothing is said. */
  readonly streamTo?: StreamTo
  readonly log: (message: string, facts?: Readonly<Record<string, unknown>>) => void
}

const bodyAtMost = 6_000_000

/** The whole of the server as a Hono app: the API, its documents, and the pages. */
export const createApp = ({
  sql,
  db,
  keys,
  offset = () => 0,
  now,
  issuer,
  setupToken,
  passwordWork,
  files,
  address,
  docs,
  verifier,
  metrics,
  proxies = 0,
  packs = true,
  rateLimits = usualLimits,
  live: liveSettings,
  stopping,
  streamTo = webStream(() => undefined),
  log,
}: AppOptions): OpenAPIHono => {
  const api = new OpenAPIHono({
    defaultHook: (result, c) =>
      result.success
        ? undefined
        : answerProblem(c, {
            code: 'input_invalid',
            faults: faultsOf(result.error.issues),
          }),
  })
  // Stands outside the headers below, since theirs are set last: an uploaded file may do nothing in a page.
  api.use(
    '/api/communities/:c/files/*',
    secureHeaders({ contentSecurityPolicy: { defaultSrc: ["'none'"], sandbox: [] } }),
  )
  api.use(
    secureHeaders({
      // A form says where it comes from; other sites are told nothing.
      referrerPolicy: 'same-origin',
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
      },
    }),
  )
  if (metrics) api.use(metrics.middleware)
  const networkOf = networkBehind(proxies)
  api.use(rateLimit(rateLimits, networkOf, now))
  api.use('/api/*', async (c, next) => {
    await next()
    // Tokens, slips and names are for whoever asked, not for caches on the way.
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store')
  })
  const onPage = tellOnPage(explain)
  api.use(limitBody(bodyAtMost, (c, problem) => (c.req.path.startsWith('/c/') ? onPage : answerProblem)(c, problem)))
  api.onError((error, c) => {
    if (error instanceof HTTPException && error.status === 400) return answerProblem(c, { code: 'json_malformed' })
    if (error instanceof HTTPException && error.status === 415)
      return answerProblem(c, { code: 'content_type_wrong', wanted: 'application/json' })
    const facts = { path: c.req.path, method: c.req.method, ...failureFacts(error) }
    if (isUnavailable(error)) {
      log('the database cannot be reached', facts)
      return answerProblem(c, { code: 'database_unavailable' })
    }
    log('a request failed', facts)
    return answerProblem(c, { code: 'internal_error' })
  })
  // A browser that lost its way is shown a page; a program is told what it understands.
  api.notFound((c) =>
    !c.req.path.startsWith('/api/') && c.req.header('accept')?.includes('text/html')
      ? onPage(c, { code: 'route_unknown' })
      : answerProblem(c, { code: 'route_unknown' }),
  )

  const engine = {
    db,
    keys,
    clock: databaseClock(offset),
    now: () => now() + offset(),
    ...(files ? { files } : {}),
    ...(passwordWork === undefined ? {} : { passwordWork }),
    ...(address === undefined ? {} : { address }),
  }
  const votes = openVoteBox({ sql, keys, offset })
  const live = openLive(engine, { ...usualLive, ...liveSettings }, log)
  stopping?.addEventListener('abort', () => live.close(), { once: true })
  const checkToken = rememberingCheck(keys, issuer)
  const app = { api, engine, votes, live, streamTo, networkOf, issuer, checkToken, setupToken }
  healthRoutes(api, sql)
  sessionRoutes(app)
  communityRoutes(app)
  rosterRoutes(app)
  seatRoutes(app)
  unitRoutes(app)
  topicRoutes(app)
  proposalRoutes(app)
  commentRoutes(app)
  meetingRoutes(app)
  pollRoutes(app)
  proxyRoutes(app)
  secretBallotRoutes(app)
  doorRoutes(app)
  deskRoutes(app)
  fileRoutes(app)
  demandRoutes(app)
  documentRoutes(app)
  paperRoutes(app)
  oversightRoutes(app)
  attestationRoutes(app)
  checkpointRoutes(app)
  docsRoutes(api, docs)
  const failed = (path: string, error: unknown) => log('a page failed', { path, ...failureFacts(error) })
  const changes = { sql, offset }
  const more = { packs, explain, passing: isUnavailable, failed, ...(verifier ? { verifier } : {}) }
  api.route('/', pagesOf({ ...app, changes, ...more }))
  return api
}
