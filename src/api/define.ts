import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Result } from '../../workflows/result.ts'
import { requestHash } from '../identity/request-hash.ts'
import type { Actor } from '../services/act.ts'
import type { App } from './app-context.ts'
import { answerProblem, type Problem } from './problem.ts'

const nothing = z.object({})
const problem = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    zh: z.string(),
    en: z.string(),
    facts: z.looseObject({}),
  })
  .openapi('Problem')
const count = (description: string) => ({ description, schema: { type: 'integer', minimum: 0 } as const })
/** What every answer tells of how often may be asked. */
const limits = {
  'RateLimit-Limit': count('Requests answered in a minute'),
  'RateLimit-Remaining': count('How many of them are left'),
  'RateLimit-Reset': count('Seconds until they are all there again'),
}
const problems = (description: string, more: Readonly<Record<string, ReturnType<typeof count>>> = {}) => ({
  description,
  headers: { ...limits, ...more },
  content: { 'application/problem+json': { schema: problem } },
})

interface Definition<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType, A extends z.ZodType> {
  readonly method: 'get' | 'post' | 'put' | 'delete'
  readonly path: string
  readonly tag: string
  readonly summary: string
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  /** A body that is not JSON, such as a roster file: the types it may have. */
  readonly file?: { readonly types: readonly string[]; readonly atMost: number }
  readonly answers: A
  /** An answer that is not JSON: the types it may have. */
  readonly sends?: readonly string[]
  readonly status?: 200 | 201
}

interface Asked<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType> {
  readonly params: z.output<P>
  readonly query: z.output<Q>
  readonly body: z.output<B>
  readonly file: Uint8Array
  /** The type under which the file was sent. */
  readonly fileType: string
}

type Handler<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType, W> = (
  asked: Asked<P, Q, B> & W,
) => Promise<Result<unknown, Problem>>

const binary = (types: readonly string[]) =>
  Object.fromEntries(types.map((type) => [type, { schema: z.string().openapi({ format: 'binary' }) }]))

const route = <P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType, A extends z.ZodType>(
  d: Definition<P, Q, B, A>,
  signedIn: boolean,
) =>
  createRoute({
    method: d.method,
    path: d.path,
    tags: [d.tag],
    summary: d.summary,
    operationId: `${d.method}${d.path.replace(/[^a-z]+(.)?/gi, (_, letter: string | undefined) => (letter ?? '').toUpperCase())}`,
    ...(signedIn ? { security: [{ bearer: [] }] } : { security: [] }),
    request: {
      params: d.params ?? nothing,
      query: d.query ?? nothing,
      ...(signedIn && d.method !== 'get'
        ? { headers: z.object({ 'idempotency-key': z.string().min(1).max(200).optional() }) }
        : {}),
      ...(d.body ? { body: { required: true, content: { 'application/json': { schema: d.body } } } } : {}),
      ...(d.file ? { body: { required: true, content: binary(d.file.types) } } : {}),
    },
    responses: {
      [d.status ?? 200]: {
        headers: limits,
        description: d.summary,
        content: d.sends ? binary(d.sends) : { 'application/json': { schema: d.answers } },
      },
      400: problems('Malformed'),
      401: problems('Not signed in'),
      403: problems('Not allowed'),
      404: problems('Not found'),
      409: problems('Refused by the procedure, with every ground'),
      413: problems('Too large'),
      415: problems('Another content type'),
      422: problems('Input not valid'),
      429: problems('Too often; see Retry-After', { 'Retry-After': count('Seconds to wait') }),
      500: problems('Our fault; nothing was written'),
      503: problems('The database cannot be reached; nothing was written'),
    },
  })

/** A route that anyone may ask. */
export const open = <P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType, A extends z.ZodType>(
  api: OpenAPIHono,
  d: Definition<P, Q, B, A>,
  handle: Handler<P, Q, B, { readonly c: Context }>,
): void => {
  api.openapi(route(d, false), async (c) => answer(c, d, await handle({ ...(await askedOf(c, d)), c })) as never)
}

/** A route for whoever is signed in to the community of its path; what they may do there is the service's to say. */
export const signedIn = <P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType, A extends z.ZodType>(
  app: App,
  d: Definition<P, Q, B, A>,
  handle: Handler<P, Q, B, { readonly actor: Actor }>,
): void => {
  app.api.openapi(route(d, true), async (c) => {
    if (d.file && !d.file.types.includes(contentTypeOf(c)))
      return answerProblem(c, { code: 'content_type_wrong', wanted: d.file.types.join(', ') }) as never
    const actor = await actorOf(app, c)
    if (!actor.ok) return answerProblem(c, actor.refusal) as never
    return answer(c, d, await handle({ ...(await askedOf(c, d)), actor: actor.value })) as never
  })
}

/** A file as it goes out: shown in the page, or only saved. */
export interface SentFile {
  readonly type: string
  readonly content: Uint8Array | ReadableStream<Uint8Array>
  readonly disposition: string
}

/** A route that answers anybody with a file. */
export const opensFile = <P extends z.ZodObject>(
  api: OpenAPIHono,
  d: Omit<Definition<P, typeof nothing, typeof nothing, typeof nothing>, 'answers'> & {
    readonly sends: readonly string[]
  },
  handle: (asked: { readonly params: z.output<P> }) => Promise<Result<SentFile, Problem>>,
): void => {
  api.openapi(route({ ...d, answers: nothing }, false), async (c) => {
    const { params } = await askedOf(c, { ...d, answers: nothing })
    const sent = await handle({ params })
    return (sent.ok ? fileOf(c, sent.value) : answerProblem(c, sent.refusal)) as never
  })
}

const fileOf = (c: Context, { type, content, disposition }: SentFile, more: Record<string, string> = {}): Response =>
  c.body(content instanceof ReadableStream ? content : new Uint8Array(content), 200, {
    'content-type': type,
    'content-disposition': disposition,
    ...more,
  })

/** A route that answers whoever is signed in with a file. It never changes, so that its reader's browser may keep it. */
export const sendsFile = <P extends z.ZodObject, Q extends z.ZodObject>(
  app: App,
  d: Omit<Definition<P, Q, typeof nothing, typeof nothing>, 'answers'> & {
    readonly sends: readonly string[]
    /** True where the address stands for these bytes for ever. */
    readonly lasting?: true
  },
  handle: (asked: {
    readonly params: z.output<P>
    readonly query: z.output<Q>
    readonly actor: Actor
    /** Where the asker has reached the installation. */
    readonly origin: string
  }) => Promise<Result<SentFile, Problem>>,
): void => {
  app.api.openapi(route({ ...d, answers: nothing }, true), async (c) => {
    const actor = await actorOf(app, c)
    if (!actor.ok) return answerProblem(c, actor.refusal) as never
    const { params, query } = await askedOf(c, { ...d, answers: nothing })
    const { origin } = new URL(c.req.url)
    const sent = await handle({ params, query, actor: actor.value, origin })
    if (!sent.ok) return answerProblem(c, sent.refusal) as never
    return fileOf(c, sent.value, {
      ...(d.lasting ? { 'cache-control': 'private, max-age=3600, immutable' } : {}),
      // Kept for who asked: another who signs in on the same telephone asks again.
      vary: 'authorization',
    }) as never
  })
}

/** A route that goes on answering: whoever is signed in follows, until either end lets go. */
export const goesOn = <P extends z.ZodObject>(
  app: App,
  d: Omit<Definition<P, typeof nothing, typeof nothing, typeof nothing>, 'answers'> & {
    readonly sends: readonly string[]
  },
  handle: (asked: {
    readonly params: z.output<P>
    readonly actor: Actor
    readonly c: Context
  }) => Promise<Result<Response, Problem>>,
): void => {
  app.api.openapi(route({ ...d, answers: nothing }, true), async (c) => {
    const actor = await actorOf(app, c)
    if (!actor.ok) return answerProblem(c, actor.refusal) as never
    const { params } = await askedOf(c, { ...d, answers: nothing })
    const going = await handle({ params, actor: actor.value, c })
    return (going.ok ? going.value : answerProblem(c, going.refusal)) as never
  })
}

const contentTypeOf = (c: Context): string => c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''

const askedOf = async <P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType, A extends z.ZodType>(
  c: Context,
  d: Definition<P, Q, B, A>,
): Promise<Asked<P, Q, B>> => {
  // The validators of the route have run; what they accepted is read back with its own types.
  const valid = (part: 'param' | 'query' | 'json') => c.req.valid(part as never) as unknown
  return {
    params: valid('param') as z.output<P>,
    query: valid('query') as z.output<Q>,
    body: (d.body ? valid('json') : undefined) as z.output<B>,
    file: d.file ? new Uint8Array(await c.req.arrayBuffer()) : new Uint8Array(),
    fileType: contentTypeOf(c),
  }
}

const answer = (c: Context, d: { readonly status?: 200 | 201 }, result: Result<unknown, Problem>): Response =>
  result.ok ? c.json(result.value as object, d.status ?? 200) : answerProblem(c, result.refusal)

/** Who asks: the token must be for the community in the path. */
const actorOf = async ({ engine, checkToken }: App, c: Context): Promise<Result<Actor, Problem>> => {
  const [scheme, token] = (c.req.header('authorization') ?? '').split(' ')
  if (scheme?.toLowerCase() !== 'bearer' || token === undefined)
    return { ok: false, refusal: { code: 'token_missing' } }
  const community = c.req.param('c')?.toLowerCase() ?? audienceOf(token)
  const now = new Date(engine.now())
  const checked = await checkToken(token, { community, now })
  if (!checked.ok) return checked
  const key = c.req.header('idempotency-key')
  const idempotency =
    key === undefined || c.req.method === 'GET'
      ? {}
      : {
          idempotency: {
            key,
            request: requestHash(engine.keys, { ...(await sentBy(c)), account: checked.value.account, key }),
          },
        }
  return {
    ok: true,
    value: { community, account: checked.value.account, session: checked.value.session, ...idempotency },
  }
}

/** For routes without a community in their path, the community that the token itself names; it is still checked. */
const audienceOf = (token: string): string => {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))
    const { aud } = z.object({ aud: z.uuid() }).parse(claims)
    return aud
  } catch {
    return ''
  }
}

/** What somebody sent, as a retry sends it again. */
const sentBy = async (c: Context) => ({
  method: c.req.method,
  path: `${c.req.path}${new URL(c.req.url).search}`,
  // What has been read as text is not written as bytes again: the same text, the same bytes.
  body: 'text' in c.req.bodyCache ? await c.req.text() : new Uint8Array(await c.req.arrayBuffer()),
})
