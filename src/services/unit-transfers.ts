import { sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { type Day, dayOf } from '../../workflows/rules/days.ts'
import { add, communityChain, hold, nextEntry, write } from '../record/chains.ts'
import { type Actor, act, type Engine, needs } from './act.ts'
import { notYet } from './commands/inputs.ts'
import type { Refusal } from './refusal.ts'
import { happenedOn } from './seat-changes.ts'
import { clashOf, ownableBy, tenuresFrom } from './tenures.ts'

export interface TransferUnit {
  readonly owner: string
  /** True where it is the developer's, and the owner named represents it. */
  readonly developer: boolean
  readonly from: Day
}

export interface TransferredUnits extends TransferUnit {
  /** The unit, or all of the developer's where its representative changes. */
  readonly units: readonly string[]
}

/**
 * 业主变更: a unit is another's from a day on. A roll that is frozen stays as it is. The developer is one head: whoever
 * represents it anew represents it for all that is unsold.
 */
export const transferUnit = (
  engine: Engine,
  actor: Actor,
  unit: string,
  cmd: TransferUnit,
): Promise<Result<TransferredUnits, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk', 'administrator')
    if (denied) return refuse(denied)
    const { community } = actor
    const { owner, developer, from } = cmd
    const chain = await hold(tx, engine.clock, community, communityChain)
    const register = await tenuresFrom(tx, community, from)
    const open = register.filter(({ until }) => until === null)
    const held = open.find((one) => one.unit === unit)
    if (!chain || !held) return refuse({ code: 'not_found', what: 'unit' })
    const ahead = notYet(dayOf(chain.at), from)
    if (ahead) return refuse(ahead)
    const person = (await ownableBy(tx, community, 'id', [owner])).get(owner)
    if (!person) return refuse({ code: 'not_found', what: 'person' })
    if (person.diedOn !== null) return refuse({ code: 'person_died', person: owner, on: person.diedOn })
    if (held.owner === owner && held.developer === developer) return refuse({ code: 'unit_owned_already', owner })
    const moved = held.developer && developer ? open.filter((one) => one.developer) : [held]
    const [latest = from] = moved
      .map((one) => one.from)
      .sort()
      .reverse()
    if (from < latest) return refuse({ code: 'day_too_early', day: from, earliest: latest })
    const units = moved.map((one) => one.unit)
    const clash = clashOf(
      cmd,
      register.filter((one) => one.until !== null || !units.includes(one.unit)),
    )
    if (clash) return refuse({ code: clash, person: owner })

    const said = { owner, ...(developer ? { developer: true as const } : {}), from }
    for (const one of units)
      add(
        chain,
        nextEntry(chain, {
          kind: 'unit.transferred',
          actor: actor.account,
          ...happenedOn(from, chain),
          data: { unit: one, ...said },
        }),
      )
    await write(tx, engine.keys, chain)
    const rows = JSON.stringify(units.map((one) => ({ unit: one, tenure: uuidv7() })))
    await tx.execute(sql`
      update tenure set ends_on = ${from}::date where community = ${community} and ends_on is null
        and unit in (select unit from jsonb_to_recordset(${rows}::text::jsonb) as r(unit uuid))`)
    await tx.execute(sql`
      insert into tenure (community, id, unit, owner, developer, starts_on)
      select ${community}::uuid, tenure, unit, ${owner}::uuid, ${developer}, ${from}::date
      from jsonb_to_recordset(${rows}::text::jsonb) as r(tenure uuid, unit uuid)`)
    return ok({ units, owner, developer, from })
  })
