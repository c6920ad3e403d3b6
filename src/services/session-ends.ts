import { sql } from 'drizzle-orm'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { type Actor, act, type Engine, needs } from './act.ts'
import type { Refusal } from './refusal.ts'

/** Ends somebody's session at once, for a telephone that was lost or a screen left open; ended already, nothing changes. */
export const endSession = (
  engine: Engine,
  actor: Actor,
  session: string,
): Promise<Result<{ readonly session: string }, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'administrator')
    if (denied) return refuse(denied)
    const now = (await engine.clock(tx, undefined)).toISOString()
    const known = await tx.execute(sql`
      update session set ended_at = coalesce(ended_at, ${now}::timestamptz)
      where community = ${actor.community} and id = ${session} returning id`)
    return known.length === 0 ? refuse({ code: 'not_found', what: 'session' }) : ok({ session })
  })
