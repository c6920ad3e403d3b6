import { sql } from 'drizzle-orm'
import type { PersonField } from '../../workflows/format/catalogue.ts'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { dayOf } from '../../workflows/rules/days.ts'
import { sealIdNumber } from '../identity/id-number.ts'
import { add, communityChain, hold, nextEntry, write } from '../record/chains.ts'
import { disclose, sealText } from '../record/texts.ts'
import { readPerson, type TypedPerson } from '../roster/person.ts'
import { mandatesOf, reseat } from '../roster/terms.ts'
import { type Actor, act, type Engine, needs } from './act.ts'
import { personBy } from './known-person.ts'
import type { Refusal } from './refusal.ts'
import { keepSeats, saySeats, seatsOf } from './seat-changes.ts'

export interface Corrected {
  readonly person: string
  readonly fields: readonly PersonField[]
}

/**
 * Puts right what the roster says of somebody. Birth and sex are the ID number's, so that they are corrected by it; seats
 * are restated where the sex changes their groups, and frozen rolls stay as they are.
 */
export const correctPerson = (
  engine: Engine,
  actor: Actor,
  person: string,
  cmd: Omit<TypedPerson, 'sex'> & { readonly reason?: string | undefined },
): Promise<Result<Corrected, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk', 'administrator')
    if (denied) return refuse(denied)
    const { community } = actor
    const chain = await hold(tx, engine.clock, community, communityChain)
    const known = await personBy(tx, community, { id: person })
    if (!chain || !known) return refuse({ code: 'not_found', what: 'person' })
    const today = dayOf(chain.at)
    const read = readPerson(cmd, today)
    if (!read.ok) return refuse({ code: 'person_faulty', faults: read.refusal })
    const { name, part, phone, id } = read.value
    const sealed = id && sealIdNumber(id.idNumber, engine.keys, community)
    const holder = sealed && (await personBy(tx, community, { hash: sealed.hash }))
    if (holder && holder.id !== person) return refuse({ code: 'id_number_taken', person: holder.id })
    const renumbered = id && sealed && !holder ? { ...id, ...sealed } : undefined
    const fields: readonly PersonField[] = [
      ...(name !== undefined && name !== known.name ? (['name'] as const) : []),
      ...(cmd.phone !== undefined && (phone ?? null) !== known.phone ? (['phone'] as const) : []),
      ...(part !== undefined && part !== known.part ? (['part'] as const) : []),
      ...(renumbered ? (['id-number'] as const) : []),
      ...(renumbered && renumbered.birth !== known.birth ? (['birth'] as const) : []),
      ...(renumbered && renumbered.sex !== known.sex ? (['sex'] as const) : []),
    ]
    if (fields.length === 0) return refuse({ code: 'person_unchanged' })

    const reason = cmd.reason === undefined ? undefined : sealText(cmd.reason)
    const newName = fields.includes('name') && name !== undefined ? sealText(name) : undefined
    const newPhone = fields.includes('phone') && phone !== undefined ? sealText(phone) : undefined
    const data = { person, fields: [...fields], ...(reason ? { reason: reason.commitment } : {}) }
    add(chain, nextEntry(chain, { kind: 'person.corrected', actor: actor.account, data }))
    const seats = fields.includes('sex') ? await seatsOf(tx, community, [person]) : []
    const change = { person, ...reseat(seats, mandatesOf(seats), renumbered?.sex ?? known.sex, today) }
    saySeats(chain, actor, [change], { ends: 'restated', fills: 'restated' })
    await disclose(
      tx,
      community,
      [reason, newName, newPhone].filter((text) => text !== undefined),
    )
    await write(tx, engine.keys, chain)
    if (newName)
      await tx.execute(
        sql`update person set name = ${newName.commitment} where community = ${community} and id = ${person}`,
      )
    if (fields.includes('phone'))
      await tx.execute(
        sql`update person set phone = ${newPhone?.commitment ?? null} where community = ${community} and id = ${person}`,
      )
    if (fields.includes('part') && part !== undefined)
      await tx.execute(sql`update person set part = ${part} where community = ${community} and id = ${person}`)
    if (renumbered)
      await tx.execute(sql`
        update person set sex = ${renumbered.sex}, birth = ${renumbered.birth}, id_hash = ${renumbered.hash},
          id_last_four = ${renumbered.lastFour}, id_sealed = decode(${Buffer.from(renumbered.sealed).toString('hex')}, 'hex')
        where community = ${community} and id = ${person}`)
    await keepSeats(tx, chain, [change])
    return ok({ person, fields })
  })
