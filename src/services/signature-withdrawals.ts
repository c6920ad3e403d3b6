import { sql } from 'drizzle-orm'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { dayOf } from '../../workflows/rules/days.ts'
import { add, communityChain, hold, nextEntry, write } from '../record/chains.ts'
import { type Actor, act, type Engine } from './act.ts'
import { answerTo, type DemandView, demandsIn } from './demands.ts'
import type { Refusal } from './refusal.ts'

/** 撤回联名: whoever signed a demand takes the signature back, until a meeting is called upon it; one may sign anew. */
export const withdrawSignature = (engine: Engine, actor: Actor, demand: string): Promise<Result<DemandView, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const { person } = rights
    if (person === undefined) return refuse({ code: 'forbidden', needs: ['resident'] })
    const { community } = actor
    const chain = await hold(tx, engine.clock, community, communityChain)
    const known = await tx.execute(sql`select 1 from demand where community = ${community} and id = ${demand}`)
    if (!chain || known.length === 0) return refuse({ code: 'not_found', what: 'demand' })
    const answer = await answerTo(tx, community, demand)
    if (answer !== undefined) return refuse({ code: 'demand_answered', meeting: answer })
    const signed = await tx.execute(sql`
      select 1 from demand_signature
      where community = ${community} and demand = ${demand} and person = ${person} and withdrawn_at is null`)
    if (signed.length === 0) return refuse({ code: 'not_signed' })
    add(chain, nextEntry(chain, { kind: 'signature.withdrawn', actor: actor.account, data: { demand, person } }))
    await write(tx, engine.keys, chain)
    await tx.execute(sql`
      update demand_signature set withdrawn_at = ${chain.at.toISOString()}::timestamptz
      where community = ${community} and demand = ${demand} and person = ${person}`)
    const [view] = await demandsIn(tx, community, dayOf(chain.at), demand)
    return view ? ok(view) : refuse({ code: 'not_found', what: 'demand' })
  })
