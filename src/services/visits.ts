import type { VisitOutcome } from '../../workflows/format/catalogue.ts'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { type Actor, act, type Engine, needs } from './act.ts'
import { isRefusal, say, settle } from './advance.ts'
import { holdBallot, votersFault } from './open-ballots.ts'
import type { Refusal } from './refusal.ts'

export interface Visit {
  readonly ballot: string
  readonly person: string
  readonly outcome: VisitOutcome
}

/** 上门征求: notes that somebody knocked at a voter's door, and what came of it. What was written there is entered as papers. */
export const noteVisit = (
  engine: Engine,
  actor: Actor,
  ballot: string,
  { person, outcome }: { readonly person: string; readonly outcome: VisitOutcome },
): Promise<Result<Visit, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk')
    if (denied) return refuse(denied)
    const open = await holdBallot(tx, engine, actor.community, ballot)
    if (isRefusal(open)) return refuse(open)
    if (open.open.circulated === undefined) return refuse({ code: 'not_circulated' })
    const fault = await votersFault(tx, actor.community, open, [person])
    if (fault) return refuse({ code: 'row_refused', ...fault, person })
    const put = say(open.held, actor, 'visit.made', { ballot, voter: person, outcome })
    if (isRefusal(put)) return refuse(put)
    await settle(tx, engine, open.held)
    return ok({ ballot, person, outcome })
  })
