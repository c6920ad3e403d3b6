import type { Context } from 'hono'
import type { TokenCheck } from '../identity/token-memory.ts'
import type { Engine } from '../services/act.ts'
import type { Admitted, Live } from '../services/live.ts'
import type { Refusal } from '../services/refusal.ts'
import type { Asked } from '../services/views/last-change.ts'
import type { VoteBox } from '../services/votes/box.ts'

/** A refusal in words, with the status that it answers with: the same that the API says. */
export type Explain = (refusal: Refusal | PageProblem) => {
  readonly status: number
  readonly zh: string
  readonly en: string
}

/** What goes wrong on a page before a service is asked. */
export type PageProblem =
  | { readonly code: 'token_missing' }
  | { readonly code: 'route_unknown' }
  | { readonly code: 'body_too_large'; readonly limit: number }
  | { readonly code: 'internal_error' }
  | { readonly code: 'database_unavailable' }

/** The verifier as one program and as one page. */
export interface VerifierFiles {
  readonly program: () => Promise<string>
  readonly page: () => Promise<string>
}

/** What pages stand on. */
export interface Site {
  readonly engine: Engine & { readonly now: () => number }
  /** Where it is asked whether what hangs for everybody still holds. */
  readonly changes: Asked
  readonly votes: VoteBox
  /** Meetings as they happen, and how the runtime sends what somebody follows. */
  readonly live: Live
  readonly streamTo: (c: Context, begin: Admitted) => Response
  /** The verifier as anybody may save it; absent where the runtime cannot build it. */
  readonly verifier?: VerifierFiles
  /** Whether answers are packed here; false where the runtime does so. */
  readonly packs: boolean
  /** The other end of a connection, as far as the runtime tells. */
  readonly networkOf: (c: Context) => string
  readonly issuer: string
  /** Whoever has it may found a community; absent: nobody may. */
  readonly setupToken: string | undefined
  readonly checkToken: TokenCheck
  readonly explain: Explain
  /** True for a failure that another try may not meet: the database could not be reached. */
  readonly passing: (error: unknown) => boolean
  readonly failed: (path: string, error: unknown) => void
}

/** Where the installation is found from outside, without a slash at its end; as the reader has reached it where nothing was said. */
export const foundAt = ({ engine }: Pick<Site, 'engine'>, origin: string): string =>
  (engine.address ?? origin).replace(/\/+$/, '')
