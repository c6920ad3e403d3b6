import type { TokenCheck } from '../identity/token-memory.ts'
import type { Engine } from '../services/act.ts'
import type { Refusal } from '../services/refusal.ts'
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
  | { readonly code: 'internal_error' }
  | { readonly code: 'database_unavailable' }

/** What pages stand on. */
export interface Site {
  readonly engine: Engine & { readonly now: () => number }
  readonly votes: VoteBox
  readonly issuer: string
  readonly checkToken: TokenCheck
  readonly explain: Explain
  /** True for a failure that another try may not meet: the database could not be reached. */
  readonly passing: (error: unknown) => boolean
  readonly failed: (path: string, error: unknown) => void
}
