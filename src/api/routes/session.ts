import { z } from '@hono/zod-openapi'
import { ok } from '../../../workflows/result.ts'
import { publicJwks } from '../../identity/keys.ts'
import { signIn, signOut } from '../../services/sessions.ts'
import { whoAmI } from '../../services/views/who-am-i.ts'
import type { App } from '../app-context.ts'
import { open, signedIn } from '../define.ts'

const community = z.uuid().toLowerCase()
const roles = z.array(z.string())

/** Signing in and out, and the keys that tokens and records are checked with. */
export const sessionRoutes = (app: App): void => {
  open(
    app.api,
    {
      method: 'post',
      path: '/api/session',
      tag: 'session',
      summary: 'Sign in with login and password, or once with a slip code',
      body: z.union([
        z.strictObject({ community, login: z.string().max(60), password: z.string().max(200) }),
        z.strictObject({ community, slip: z.string().max(60) }),
      ]),
      answers: z.object({
        token: z.string(),
        expiresAt: z.string(),
        account: z.uuid(),
        person: z.uuid().optional(),
        roles,
      }),
      status: 201,
    },
    async ({ body: { community, ...credentials } }) => signIn(app.engine, app.issuer, community, credentials),
  )
  signedIn(
    app,
    {
      method: 'get',
      path: '/api/session',
      tag: 'session',
      summary: 'Who is signed in',
      answers: z.looseObject({ account: z.uuid(), roles }),
    },
    ({ actor }) => whoAmI(app.engine, actor),
  )
  signedIn(
    app,
    {
      method: 'delete',
      path: '/api/session',
      tag: 'session',
      summary: 'Sign out: the session ends at once',
      answers: z.object({ ended: z.boolean() }),
    },
    async ({ actor }) => {
      await signOut(app.engine, actor)
      return ok({ ended: true })
    },
  )
  open(
    app.api,
    {
      method: 'get',
      path: '/.well-known/jwks.json',
      tag: 'session',
      summary: 'Public keys of tokens and records',
      answers: z.object({ keys: z.array(z.looseObject({ kid: z.string(), for: z.enum(['tokens', 'record']) })) }),
    },
    async () => {
      const { tokens, record } = publicJwks(app.engine.keys)
      const keysFor = (purpose: 'tokens' | 'record', { keys }: typeof record) =>
        keys.map((key) => ({ ...key, kid: String(key.kid), for: purpose }))
      return ok({ keys: [...keysFor('tokens', tokens), ...keysFor('record', record)] })
    },
  )
}
