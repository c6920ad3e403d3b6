import { sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { Tx } from '../../db/within.ts'
import type { JoinCause, LeaveCause } from '../../workflows/format/catalogue.ts'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { type Day, dayOf } from '../../workflows/rules/days.ts'
import { sealIdNumber } from '../identity/id-number.ts'
import { add, communityChain, hold, nextEntry, write } from '../record/chains.ts'
import { disclose, sealText } from '../record/texts.ts'
import { tellFault } from '../roster/faults.ts'
import { readPerson } from '../roster/person.ts'
import { endingOn, mandatesOf, reseat } from '../roster/terms.ts'
import { type Actor, act, type Engine, needs } from './act.ts'
import { unfitDay } from './attested-days.ts'
import { closeAccount, isLastAdministrator, reopenAccount } from './closed-accounts.ts'
import { notYet } from './commands/inputs.ts'
import { personBy } from './known-person.ts'
import type { Refusal } from './refusal.ts'
import { type RollDue, rollsDue } from './rolls-due.ts'
import { type EndedSeat, happenedOn, keepSeats, lostSeats, saySeats, seatsOf } from './seat-changes.ts'
import { notInTownship } from './townships.ts'

const office = ['clerk', 'administrator'] as const

const isHousehold = async (tx: Tx, community: string, household: string): Promise<boolean> =>
  (await tx.execute(sql`select 1 from household where community = ${community} and id = ${household}`)).length > 0

export interface JoinRoster {
  readonly name: string
  readonly sex: 'male' | 'female'
  readonly idNumber: string
  readonly phone?: string | undefined
  readonly part: string
  readonly household: string
  readonly cause: JoinCause
  readonly from: Day
}

export interface Joined {
  readonly person: string
  /** `returned` for whoever was on the roster before, whatever was typed. */
  readonly cause: JoinCause
  readonly from: Day
}

/** Puts somebody on the roster: moved in, born, left out at the import, or back again, who is then the same person as before. */
export const joinRoster = (engine: Engine, actor: Actor, cmd: JoinRoster): Promise<Result<Joined, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, ...office)
    if (denied) return refuse(denied)
    const { community } = actor
    const chain = await hold(tx, engine.clock, community, communityChain)
    if (!chain) return refuse({ code: 'not_found', what: 'community' })
    const above = await notInTownship(tx, community)
    if (above) return refuse(above)
    const anybody = await tx.execute(sql`select 1 from person where community = ${community} limit 1`)
    if (anybody.length === 0) return refuse({ code: 'roster_not_imported' })
    const today = dayOf(chain.at)
    const read = readPerson(cmd, today)
    if (!read.ok) return refuse({ code: 'person_faulty', faults: read.refusal })
    const { name = '', part = '', phone, id } = read.value
    if (!id) return refuse({ code: 'person_faulty', faults: [tellFault({ code: 'id_missing' })] })
    if (!(await isHousehold(tx, community, cmd.household))) return refuse({ code: 'not_found', what: 'household' })
    const sealed = sealIdNumber(id.idNumber, engine.keys, community)
    const before = await personBy(tx, community, { hash: sealed.hash })
    if (!before && cmd.cause === 'returned') return refuse({ code: 'not_found', what: 'person' })
    if (before && (before.leftOn === null || before.leftOn > cmd.from))
      return refuse({ code: 'person_on_roster_already', person: before.id })
    // A death that was entered by mistake is put right by `other`.
    if (before?.leftOn && before.endedBy === 'died' && cmd.cause !== 'other')
      return refuse({ code: 'person_died', person: before.id, on: before.leftOn })
    const unfit = unfitDay(cmd.from, today, id.birth)
    if (unfit) return refuse(unfit)

    const person = before?.id ?? uuidv7()
    const cause = before && cmd.cause !== 'other' ? 'returned' : cmd.cause
    const { household, from } = cmd
    const nameKept = sealText(name)
    const phoneKept = phone === undefined ? undefined : sealText(phone)
    const data = { person, household, cause, from }
    add(chain, nextEntry(chain, { kind: 'person.joined', actor: actor.account, ...happenedOn(from, chain), data }))
    await disclose(tx, community, phoneKept ? [nameKept, phoneKept] : [nameKept])
    await write(tx, engine.keys, chain)
    if (before) {
      await tx.execute(sql`
        update person set household = ${household}, name = ${nameKept.commitment}, phone = ${phoneKept?.commitment ?? null},
          part = ${part}, joined_on = ${from}, left_on = null
        where community = ${community} and id = ${person}`)
      await reopenAccount(tx, community, person)
    } else
      await tx.execute(sql`
        insert into person (community, id, household, name, sex, birth, phone, part, id_hash, id_sealed, id_last_four, joined_on)
        values (${community}, ${person}, ${household}, ${nameKept.commitment}, ${id.sex}, ${id.birth}, ${phoneKept?.commitment ?? null},
          ${part}, ${sealed.hash}, decode(${Buffer.from(sealed.sealed).toString('hex')}, 'hex'), ${sealed.lastFour}, ${from})`)
    await tx.execute(sql`
      insert into residence (community, id, person, household, starts_on)
      values (${community}, ${uuidv7()}, ${person}, ${household}, ${from})`)
    return ok({ person, cause, from })
  })

export interface Left {
  readonly person: string
  readonly on: Day
  readonly seatsEnded: readonly EndedSeat[]
  /** Meetings already called on whose roll the person stands. */
  readonly amendmentsDue: readonly RollDue[]
}

/** Takes whoever moved away or died off the roster: the seats end that day, and so do the account's sessions, slip and roles. */
export const leaveRoster = (
  engine: Engine,
  actor: Actor,
  person: string,
  cmd: { readonly cause: LeaveCause; readonly on: Day },
): Promise<Result<Left, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, ...office)
    if (denied) return refuse(denied)
    const { community } = actor
    const { cause, on } = cmd
    const chain = await hold(tx, engine.clock, community, communityChain)
    const known = await personBy(tx, community, { id: person })
    if (!chain || !known) return refuse({ code: 'not_found', what: 'person' })
    const today = dayOf(chain.at)
    // A day that still lies ahead may be brought forward.
    if (known.leftOn !== null && (known.leftOn <= today || known.leftOn <= on))
      return refuse({ code: 'person_left_already', on: known.leftOn })
    const unfit = (cause === 'died' ? notYet(today, on) : undefined) ?? unfitDay(on, today, known.joinedOn)
    if (unfit) return refuse(unfit)
    // The dead can appoint nobody in their place.
    if (cause !== 'died' && (await isLastAdministrator(tx, community, person)))
      return refuse({ code: 'last_administrator' })

    const seats = await seatsOf(tx, community, [person])
    const change = { person, ...reseat(seats, endingOn(mandatesOf(seats), on), known.sex, on) }
    const data = { person, cause, on }
    add(chain, nextEntry(chain, { kind: 'person.left', actor: actor.account, ...happenedOn(on, chain), data }))
    saySeats(chain, actor, [change], { ends: cause, fills: 'restated' })
    if (on <= today) await closeAccount(tx, chain, actor, person)
    await write(tx, engine.keys, chain)
    await tx.execute(sql`update person set left_on = ${on} where community = ${community} and id = ${person}`)
    await tx.execute(sql`
      update residence set ends_on = greatest(${on}::date, starts_on), ended_by = ${cause}
      where community = ${community} and person = ${person} and (ends_on is null or ends_on > ${on} or id = ${known.stay})`)
    await keepSeats(tx, chain, [change])
    return ok({ person, on, seatsEnded: lostSeats([change]), amendmentsDue: await rollsDue(tx, community, [person]) })
  })

/** Moves somebody to another household of the place. */
export const moveHousehold = (
  engine: Engine,
  actor: Actor,
  person: string,
  cmd: { readonly household: string; readonly from: Day },
): Promise<Result<{ readonly person: string; readonly household: string; readonly from: Day }, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, ...office)
    if (denied) return refuse(denied)
    const { community } = actor
    const { household, from } = cmd
    const chain = await hold(tx, engine.clock, community, communityChain)
    const known = await personBy(tx, community, { id: person })
    if (!chain || !known) return refuse({ code: 'not_found', what: 'person' })
    if (!(await isHousehold(tx, community, household))) return refuse({ code: 'not_found', what: 'household' })
    if (known.leftOn !== null && known.leftOn <= from) return refuse({ code: 'person_left_already', on: known.leftOn })
    if (known.household === household) return refuse({ code: 'in_household_already' })
    const unfit = unfitDay(from, dayOf(chain.at), known.since)
    if (unfit) return refuse(unfit)

    const data = { person, household, from }
    add(chain, nextEntry(chain, { kind: 'person.moved', actor: actor.account, ...happenedOn(from, chain), data }))
    await write(tx, engine.keys, chain)
    await tx.execute(sql`
      update residence set ends_on = ${from}, ended_by = 'household' where community = ${community} and id = ${known.stay}`)
    await tx.execute(sql`
      insert into residence (community, id, person, household, starts_on, ends_on, ended_by)
      values (${community}, ${uuidv7()}, ${person}, ${household}, ${from}, ${known.leftOn}, ${known.endedBy})`)
    await tx.execute(sql`update person set household = ${household} where community = ${community} and id = ${person}`)
    return ok({ person, household, from })
  })
