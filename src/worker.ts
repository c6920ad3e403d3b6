import { Hono } from 'hono'
import { connect } from '../db/client.ts'
import { refusePowerfulLogin } from '../db/login.ts'
import { answerProblem } from './api/problem.ts'
import { webStream } from './api/web-stream.ts'
import { createApp } from './app.ts'
import { type Keys, readKeys } from './identity/keys.ts'
import { databaseClock } from './record/clock.ts'
import { sealAll } from './services/sealing.ts'

/** What `wrangler.toml` and the secrets hand to the Worker. */
interface Bindings {
  readonly HYPERDRIVE: { readonly connectionString: string }
  /** The installation's keys as JSON: the content of a server's `keys.json`. */
  readonly KEYS: string
  readonly SETUP_TOKEN?: string
  readonly ISSUER: string
  readonly PUBLIC_ADDRESS?: string
  readonly DOCS: { readonly fetch: (url: string) => Promise<Response> }
}

interface RequestContext {
  readonly waitUntil: (promise: Promise<unknown>) => void
}

type Client = ReturnType<typeof connect>

const log = (message: string, facts: Readonly<Record<string, unknown>> = {}): void => {
  console.error(JSON.stringify({ at: new Date().toISOString(), message, ...facts }))
}

const outOfService = new Hono().all('*', (c) => answerProblem(c, { code: 'database_unavailable' }))

/** What has been read and checked by an earlier request: the keys, by their text, and the login to the database. */
let ready: { readonly text: string; readonly keys: Keys } | undefined

const readyFor = async ({ KEYS: text }: Bindings, { sql }: Client): Promise<Keys> => {
  if (ready?.text === text) return ready.keys
  const keys = await readKeys(JSON.parse(text))
  await refusePowerfulLogin(sql)
  ready = { text, keys }
  return keys
}

/** A stream ends before the runtime would end it; whoever follows comes again with the last event's id. */
const live = { pollMs: 1000, endAfterMs: 60_000 }

const answer = async (
  request: Request,
  env: Bindings,
  client: Client,
  goingOn: (until: Promise<void>) => void,
): Promise<Response> => {
  const keys = await readyFor(env, client).catch((error: unknown) => {
    log('the Worker cannot take up its service', { error: error instanceof Error ? error.message : String(error) })
  })
  if (keys === undefined) return outOfService.fetch(request)
  const docs = async (name: string) =>
    new Uint8Array(await (await env.DOCS.fetch(`https://docs/${name}`)).arrayBuffer())
  const { ISSUER: issuer, PUBLIC_ADDRESS: address, SETUP_TOKEN: setupToken } = env
  const settings = { issuer, address, setupToken, docs, live, packs: false, streamTo: webStream(goingOn), log }
  return createApp({ ...client, keys, ...settings, now: () => Date.now() }).fetch(request)
}

/**
 * The API on the Workers runtime, over a PostgreSQL behind Hyperdrive. Each request has connections of its own, which end
 * with it, and so an app of its own: nothing is shared between requests, and each vote is a transaction.
 */
export default {
  fetch: async (request: Request, env: Bindings, context: RequestContext): Promise<Response> => {
    const client = connect({ url: env.HYPERDRIVE.connectionString, max: 5, fetchTypes: false, log })
    const going: Promise<void>[] = []
    try {
      return await answer(request, env, client, (until) => void going.push(until))
    } finally {
      context.waitUntil(Promise.all(going).then(() => client.sql.end()))
    }
  },
  /** Seals what was recorded, as often as `wrangler.toml` says. */
  scheduled: async (_event: unknown, env: Bindings): Promise<void> => {
    const client = connect({ url: env.HYPERDRIVE.connectionString, max: 1, fetchTypes: false, log })
    try {
      await sealAll({ db: client.db, keys: await readyFor(env, client), clock: databaseClock() })
    } finally {
      await client.sql.end()
    }
  },
}
