import { sql } from 'drizzle-orm'
import type { BodyKind } from '../../workflows/law/provision.ts'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { type Day, dayOf } from '../../workflows/rules/days.ts'
import { communityChain, hold, write } from '../record/chains.ts'
import { mandatesIn, mandatesOf, representing, reseat } from '../roster/terms.ts'
import { type Actor, act, type Engine, needs } from './act.ts'
import { unfitDay } from './attested-days.ts'
import type { Refusal } from './refusal.ts'
import { type FilledSeatView, filledSeats, keepSeats, type SeatChange, saySeats, seatsOf } from './seat-changes.ts'

export interface RestateHouseholds {
  readonly body: BodyKind
  readonly from: Day
  readonly seats: readonly { readonly person: string; readonly represents: number }[]
}

/**
 * Says how many households stand behind representatives from a day on. The seats are restated, nobody gains or loses one, and
 * rolls that are frozen stay as they are.
 */
export const restateHouseholds = (
  engine: Engine,
  actor: Actor,
  { body, from, seats: stated }: RestateHouseholds,
): Promise<Result<{ readonly filled: readonly FilledSeatView[] }, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk', 'administrator')
    if (denied) return refuse(denied)
    const { community } = actor
    const chain = await hold(tx, engine.clock, community, communityChain)
    if (!chain) return refuse({ code: 'not_found', what: 'community' })
    const people = JSON.stringify(stated.map(({ person }) => person))
    const sexes = await tx.execute<{ id: string; sex: 'male' | 'female' }>(sql`
      select id, sex from person where community = ${community}
        and id in (select value::uuid from jsonb_array_elements_text(${people}::text::jsonb))`)
    const all = await seatsOf(
      tx,
      community,
      stated.map(({ person }) => person),
    )
    const changes: SeatChange[] = []
    for (const { person, represents } of stated) {
      const sex = sexes.find(({ id }) => id === person)?.sex
      const own = all.filter((seat) => seat.person === person)
      const mandates = mandatesOf(own)
      const [held] = mandatesIn(mandates, body, from)
      if (!held || !sex) return refuse({ code: 'not_found', what: 'seat' })
      if (!held.brings.some((seat) => seat.body === body && seat.office === 'representative'))
        return refuse({ code: 'represents_no_households', person, body })
      const unfit = unfitDay(from, dayOf(chain.at), held.from)
      if (unfit) return refuse(unfit)
      changes.push({ person, ...reseat(own, representing(mandates, body, { from, represents }), sex, from) })
    }
    saySeats(chain, actor, changes, { ends: 'restated', fills: 'restated' })
    await write(tx, engine.keys, chain)
    await keepSeats(tx, chain, changes)
    return ok({ filled: filledSeats(changes) })
  })
