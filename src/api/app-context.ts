import type { OpenAPIHono } from '@hono/zod-openapi'
import type { TokenCheck } from '../identity/token-memory.ts'
import type { Engine } from '../services/act.ts'
import type { VoteBox } from '../services/votes/box.ts'

/** What routes are given. */
export interface App {
  readonly api: OpenAPIHono
  readonly engine: Engine & { readonly now: () => number }
  readonly votes: VoteBox
  /** Who issues tokens: the installation's own name. */
  readonly issuer: string
  readonly checkToken: TokenCheck
  /** Whoever has it may found a community; absent: nobody may. */
  readonly setupToken: string | undefined
}
