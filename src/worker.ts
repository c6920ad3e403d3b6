import { connect } from '../db/client.ts'
import { createApp } from './app.ts'
import { type Keys, readKeys } from './identity/keys.ts'

/** What `wrangler.toml` and the secrets hand to the Worker. */
interface Bindings {
  readonly HYPERDRIVE: { readonly connectionString: string }
  /** The installation's keys as JSON: the content of a server's `keys.json`. */
  readonly KEYS: string
  readonly SETUP_TOKEN?: string
  readonly ISSUER: string
}

interface RequestContext {
  readonly waitUntil: (promise: Promise<unknown>) => void
}

const log = (message: string, facts: Readonly<Record<string, unknown>> = {}): void => {
  console.error(JSON.stringify({ at: new Date().toISOString(), message, ...facts }))
}

let read: { readonly from: string; readonly keys: Keys } | undefined

/** The keys are read once, and again only when the secret has been changed. */
const keysOf = async (from: string): Promise<Keys> => {
  if (read?.from !== from) read = { from, keys: await readKeys(JSON.parse(from)) }
  return read.keys
}

/**
 * The API on the Workers runtime, over a PostgreSQL behind Hyperdrive. Each request has connections of its own, which end
 * with it, and so an app of its own: nothing is shared between requests, and each vote is a transaction.
 */
export default {
  fetch: async (request: Request, env: Bindings, context: RequestContext): Promise<Response> => {
    const keys = await keysOf(env.KEYS)
    const { sql, db } = connect({ url: env.HYPERDRIVE.connectionString, max: 5, log })
    try {
      const { ISSUER: issuer, SETUP_TOKEN: setupToken } = env
      return await createApp({ sql, db, keys, issuer, setupToken, now: () => Date.now(), log }).fetch(request)
    } finally {
      context.waitUntil(sql.end())
    }
  },
}
