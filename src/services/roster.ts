import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { Tx } from '../../db/within.ts'
import type { BodyKind } from '../../workflows/law/provision.ts'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { type Day, dayOf } from '../../workflows/rules/days.ts'
import { sealIdNumber } from '../identity/id-number.ts'
import { add, communityChain, hold, nextEntry, write } from '../record/chains.ts'
import { disclose, sealText } from '../record/texts.ts'
import { checkRoster, type RosterReport } from '../roster/check.ts'
import { deriveSeats } from '../roster/positions.ts'
import { readRoster } from '../roster/read.ts'
import { type Actor, act, type Engine, needs } from './act.ts'
import { notYet } from './commands/inputs.ts'
import type { Refusal } from './refusal.ts'

/** What a roster file would bring, before anything is written. */
export interface RosterPreview {
  /** SHA-256 of the file: the import names it, so that what is imported is what was seen. */
  readonly digest: string
  readonly encoding: string
  readonly counts: RosterReport['counts']
  readonly faults: RosterReport['faults']
  readonly remarks: RosterReport['remarks']
  readonly bodies: readonly {
    readonly kind: BodyKind
    readonly members: number
    readonly groups: Readonly<Record<string, number>>
  }[]
}

export interface ImportedRoster {
  readonly digest: string
  readonly encoding: string
  readonly people: number
  readonly households: number
  /** Rows that stayed out, as confirmed. */
  readonly left: readonly number[]
}

const office = ['clerk', 'administrator'] as const

const digestOf = (file: Uint8Array): string => createHash('sha256').update(file).digest('hex')

const reportOn = async (tx: Tx, engine: Engine, actor: Actor, file: Uint8Array) => {
  const table = readRoster(file)
  if (!table.ok) return table
  if (table.value.rows.length === 0) return refuse({ code: 'roster_empty' as const })
  const [place] = await tx.execute<{ sort: 'village' | 'city' | 'township' }>(
    sql`select sort from community where id = ${actor.community}`,
  )
  if (place?.sort === 'township') return refuse({ code: 'not_for_a_township' as const })
  const today = dayOf(await engine.clock(tx, undefined))
  const report = checkRoster(table.value, { today, adultAge: 18, kind: place?.sort ?? 'village' })
  return ok({ encoding: table.value.encoding, report, today })
}

/** Reads a roster and reports each row's faults and what seats it makes; writes nothing. */
export const previewRoster = (
  engine: Engine,
  actor: Actor,
  file: Uint8Array,
): Promise<Result<RosterPreview, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, ...office)
    if (denied) return refuse(denied)
    const read = await reportOn(tx, engine, actor, file)
    if (!read.ok) return read
    const { encoding, report } = read.value
    const bodies = [...deriveSeats(report.rows)].map(([kind, seats]) => {
      const groups: Record<string, number> = {}
      const members = seats.filter(({ voting, inBase }) => voting && inBase)
      for (const seat of members) for (const group of seat.groups) groups[group] = (groups[group] ?? 0) + 1
      return { kind, members: members.length, groups }
    })
    const { counts, faults, remarks } = report
    return ok({ digest: digestOf(file), encoding, counts, faults, remarks, bodies })
  })

/** Imports a roster: its people, households, bodies and seats. Faulty rows stay out, and only once that is confirmed. */
export const importRoster = (
  engine: Engine,
  actor: Actor,
  file: Uint8Array,
  cmd: {
    readonly digest?: string | undefined
    readonly leaveFaulty: boolean
    /** The day from which these people and seats were there, where it lies behind. */
    readonly asOf?: Day | undefined
  },
): Promise<Result<ImportedRoster, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, ...office)
    if (denied) return refuse(denied)
    const { community } = actor
    const chain = await hold(tx, engine.clock, community, communityChain)
    if (!chain) return refuse({ code: 'not_found', what: 'community' })
    const digest = digestOf(file)
    if (cmd.digest !== undefined && cmd.digest !== digest) return refuse({ code: 'roster_changed_since_preview' })
    const read = await reportOn(tx, engine, actor, file)
    if (!read.ok) return read
    const { encoding, report, today } = read.value
    const left = report.faults.map(({ row }) => row)
    if (left.length > 0 && !cmd.leaveFaulty) return refuse({ code: 'roster_unconfirmed', faulty: left })
    const asOf = cmd.asOf ?? today
    const ahead = notYet(today, asOf)
    if (ahead) return refuse(ahead)
    if (report.rows.length === 0) return refuse({ code: 'roster_empty' })
    const before = await tx.execute(sql`select 1 from person where community = ${community} limit 1`)
    if (before.length > 0) return refuse({ code: 'roster_imported_already' })

    const households = new Map(
      [...new Set(report.rows.map((row) => row.household))].map((number) => [number, uuidv7()]),
    )
    const people = report.rows.map((row) => {
      const id = sealIdNumber(row.idNumber, engine.keys, community)
      return {
        row,
        id: uuidv7(),
        name: sealText(row.name),
        phone: row.phone === undefined ? undefined : sealText(row.phone),
        hash: id.hash,
        sealed: Buffer.from(id.sealed).toString('hex'),
        lastFour: id.lastFour,
      }
    })
    await disclose(
      tx,
      community,
      people.flatMap(({ name, phone }) => (phone ? [name, phone] : [name])),
    )
    const householdRows = [...households].map(([number, id]) => ({ id, number }))
    await tx.execute(sql`
      insert into household (community, id, number)
      select ${community}::uuid, id, number from jsonb_to_recordset(${JSON.stringify(householdRows)}::text::jsonb) as r(id uuid, number text)`)
    const personRows = people.map(({ row, id, name, phone, hash, sealed, lastFour }) => ({
      id,
      stay: uuidv7(),
      // Who was born since is on the roster from birth on.
      joined_on: row.birth > asOf && row.birth <= today ? row.birth : asOf,
      household: households.get(row.household),
      name: name.commitment,
      sex: row.sex,
      birth: row.birth,
      phone: phone?.commitment ?? null,
      part: row.group,
      hash,
      sealed,
      last_four: lastFour,
    }))
    await tx.execute(sql`
      insert into person (community, id, household, name, sex, birth, phone, part, id_hash, id_sealed, id_last_four, joined_on)
      select ${community}::uuid, id, household, name, sex, birth, phone, part, hash, decode(sealed, 'hex'), last_four, joined_on
      from jsonb_to_recordset(${JSON.stringify(personRows)}::text::jsonb) as r(id uuid, household uuid, name text, sex text, birth date,
        phone text, part text, hash text, sealed text, last_four text, joined_on date)`)
    await tx.execute(sql`
      insert into residence (community, id, person, household, starts_on)
      select ${community}::uuid, stay, id, household, joined_on
      from jsonb_to_recordset(${JSON.stringify(personRows)}::text::jsonb) as r(stay uuid, id uuid, household uuid, joined_on date)`)
    add(
      chain,
      nextEntry(chain, {
        kind: 'roster.imported',
        actor: actor.account,
        data: {
          file: digest,
          households: households.size,
          left,
          people: people.map(({ id }) => id),
          ...(cmd.asOf === undefined ? {} : { asOf }),
        },
      }),
    )

    const personOf = new Map(people.map(({ row, id }) => [row.row, id]))
    for (const [body, derived] of deriveSeats(report.rows)) {
      const seats = derived.flatMap(({ row, office, voting, inBase, groups }) => {
        const person = personOf.get(row)
        return person === undefined ? [] : [{ person, office, voting, inBase, groups: [...groups].sort() }]
      })
      const data = { body, from: asOf, cause: 'import' as const, seats }
      add(chain, nextEntry(chain, { kind: 'seats.filled', actor: actor.account, data }))
      await tx.execute(sql`
        insert into body (community, kind, created_at) values (${community}, ${body}, ${chain.at.toISOString()}::timestamptz)`)
      const rows = seats.map(({ inBase, ...seat }) => ({ id: uuidv7(), ...seat, in_base: inBase }))
      await tx.execute(sql`
        insert into seat (community, id, body, person, office, voting, in_base, groups, starts_on)
        select ${community}::uuid, id, ${body}, person, office, voting, in_base, groups, ${asOf}::date
        from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r(id uuid, person uuid, office text, voting boolean, in_base boolean, groups text[])`)
    }
    // Assemblies have no seats of their own: every adult is entitled.
    const [place] = await tx.execute<{ sort: string }>(sql`select sort from community where id = ${community}`)
    await tx.execute(sql`
      insert into body (community, kind, created_at)
      values (${community}, ${place?.sort === 'city' ? 'residents-assembly' : 'village-assembly'}, ${chain.at.toISOString()}::timestamptz)
      on conflict do nothing`)
    await write(tx, engine.keys, chain)
    return ok({ digest, encoding, people: people.length, households: households.size, left })
  })
