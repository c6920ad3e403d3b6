import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { TokenCheck } from '../identity/token-memory.ts'
import type { Engine } from '../services/act.ts'
import type { Admitted, Live } from '../services/live.ts'
import type { VoteBox } from '../services/votes/box.ts'

/** Sends what somebody follows as server-sent events, the way that the runtime does it best. */
export type StreamTo = (c: Context, begin: Admitted) => Response

/** What routes are given. */
export interface App {
  readonly api: OpenAPIHono
  readonly engine: Engine & { readonly now: () => number }
  readonly votes: VoteBox
  readonly live: Live
  readonly streamTo: StreamTo
  /** The network address that a request comes from. */
  readonly networkOf: (c: Context) => string
  /** Who issues tokens: the installation's own name. */
  readonly issuer: string
  readonly checkToken: TokenCheck
  /** Whoever has it may found a community; absent: nobody may. */
  readonly setupToken: string | undefined
}
