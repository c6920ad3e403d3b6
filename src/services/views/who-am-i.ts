import { ok, type Result } from '../../../workflows/result.ts'
import { type Actor, act, type Engine, type Role } from '../act.ts'
import type { Refusal } from '../refusal.ts'

export interface WhoAmI {
  readonly community: string
  readonly account: string
  readonly person?: string
  readonly roles: readonly Role[]
}

/** Who the database says is signed in. */
export const whoAmI = (engine: Engine, actor: Actor): Promise<Result<WhoAmI, Refusal>> =>
  act(engine, actor, async (_tx, { account, person, roles }) =>
    ok({ community: actor.community, account, ...(person === undefined ? {} : { person }), roles: [...roles] }),
  )
