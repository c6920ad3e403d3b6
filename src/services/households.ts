import { sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { communityChain, hold } from '../record/chains.ts'
import { readHousehold } from '../roster/cells.ts'
import { tellFault } from '../roster/faults.ts'
import { type Actor, act, type Engine, needs } from './act.ts'
import type { Refusal } from './refusal.ts'
import { notInTownship } from './townships.ts'

/** Opens a household for people to move into; the record knows it from the first of them. */
export const openHousehold = (
  engine: Engine,
  actor: Actor,
  cmd: { readonly number: string },
): Promise<Result<{ readonly household: string; readonly number: string }, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk', 'administrator')
    if (denied) return refuse(denied)
    const { community } = actor
    // Held so that of two who open the same household at once the second finds it.
    const chain = await hold(tx, engine.clock, community, communityChain)
    if (!chain) return refuse({ code: 'not_found', what: 'community' })
    const above = await notInTownship(tx, community)
    if (above) return refuse(above)
    const read = readHousehold(cmd.number)
    if (!read.ok) return refuse({ code: 'person_faulty', faults: [tellFault(read.refusal)] })
    const number = read.value
    const [taken] = await tx.execute<{ id: string }>(sql`
      select id from household where community = ${community} and number = ${number}`)
    if (taken) return refuse({ code: 'household_number_taken', household: taken.id })
    const household = uuidv7()
    await tx.execute(sql`insert into household (community, id, number) values (${community}, ${household}, ${number})`)
    return ok({ household, number })
  })
