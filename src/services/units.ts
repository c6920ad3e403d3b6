import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { Tx } from '../../db/within.ts'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { type Day, dayOf } from '../../workflows/rules/days.ts'
import { sealIdNumber } from '../identity/id-number.ts'
import { add, communityChain, type HeldChain, hold, nextEntry, write } from '../record/chains.ts'
import { readUnitNumber } from '../roster/unit-cells.ts'
import { type ToldUnitFault, tellUnitFault } from '../roster/unit-faults.ts'
import { readUnits } from '../roster/unit-file.ts'
import { type Actor, act, type Engine, needs } from './act.ts'
import { notYet } from './commands/inputs.ts'
import type { Refusal } from './refusal.ts'
import { clashOf, type Ownable, ownableBy, type Tenure, tenuresFrom } from './tenures.ts'
import { notInTownship } from './townships.ts'

const office = ['clerk', 'administrator'] as const

/** A unit as a list names it: its owner, or whom several co-owners named; for the developer's, who represents it. */
export interface ListedUnit {
  readonly number: string
  /** 0.01 m². */
  readonly area: number
  readonly owner: string
  readonly developer: boolean
}

/** What a list of units comes to; as a preview, with what is wrong row by row. */
export interface UnitsReport {
  /** SHA-256 of the file, where it is one: the import names it, so that what is recorded is what was seen. */
  readonly digest?: string
  readonly from: Day
  /** Units new to the register, measured anew, and known as they are. */
  readonly recorded: number
  readonly remeasured: number
  readonly unchanged: number
  /** Everything that is owned once the list is in: units, heads, and area in 0.01 m². */
  readonly units: number
  readonly heads: number
  readonly area: number
  readonly faults: readonly ToldUnitFault[]
}

interface Row extends ListedUnit {
  readonly row: number
}

/** Records units with their owners: those new to the register from a day on, those known with the area as measured now. */
export const recordUnits = (
  engine: Engine,
  actor: Actor,
  cmd: { readonly units: readonly ListedUnit[]; readonly from?: Day | undefined; readonly preview: boolean },
): Promise<Result<UnitsReport, Refusal>> =>
  withRegister(engine, actor, cmd.from, async (tx, chain, from) => {
    const people = await ownableBy(
      tx,
      actor.community,
      'id',
      cmd.units.map(({ owner }) => owner),
    )
    const rows = cmd.units.map((unit, n) => ({ row: n + 1, ...unit }))
    return entered(tx, engine, actor, chain, { rows, people, from, preview: cmd.preview, faults: [] })
  })

/** The same from a CSV file, in which owners stand by their ID numbers. */
export const importUnits = (
  engine: Engine,
  actor: Actor,
  file: Uint8Array,
  cmd: { readonly digest?: string | undefined; readonly from?: Day | undefined; readonly preview: boolean },
): Promise<Result<UnitsReport, Refusal>> =>
  withRegister(engine, actor, cmd.from, async (tx, chain, from) => {
    const digest = createHash('sha256').update(file).digest('hex')
    if (cmd.digest !== undefined && cmd.digest !== digest) return refuse({ code: 'roster_changed_since_preview' })
    const read = readUnits(file, dayOf(chain.at))
    if (!read.ok) return read
    const { lines, faults } = read.value
    if (lines.length === 0 && faults.length === 0) return refuse({ code: 'units_empty' })
    const rows = lines.map(({ idNumber, ...line }) => ({
      ...line,
      owner: sealIdNumber(idNumber, engine.keys, actor.community).hash,
    }))
    const people = await ownableBy(
      tx,
      actor.community,
      'id_hash',
      rows.map(({ owner }) => owner),
    )
    return entered(tx, engine, actor, chain, { rows, people, from, preview: cmd.preview, faults, digest })
  })

/** Takes the community's chain, so that a roll of owners is called before a change of the register or after it. */
const withRegister = (
  engine: Engine,
  actor: Actor,
  asked: Day | undefined,
  use: (tx: Tx, chain: HeldChain, from: Day) => Promise<Result<UnitsReport, Refusal>>,
): Promise<Result<UnitsReport, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, ...office)
    if (denied) return refuse(denied)
    const chain = await hold(tx, engine.clock, actor.community, communityChain)
    if (!chain) return refuse({ code: 'not_found', what: 'community' })
    const above = await notInTownship(tx, actor.community)
    if (above) return refuse(above)
    const today = dayOf(chain.at)
    const from = asked ?? today
    const ahead = notYet(today, from)
    return ahead ? refuse(ahead) : use(tx, chain, from)
  })

interface Listed {
  readonly rows: readonly Row[]
  /** By what the rows name their owners with. */
  readonly people: ReadonlyMap<string, Ownable>
  readonly from: Day
  readonly preview: boolean
  /** What was wrong with the file already. */
  readonly faults: readonly ToldUnitFault[]
  readonly digest?: string
}

interface Sorted {
  readonly fresh: readonly (ListedUnit & { readonly unit: string })[]
  readonly remeasured: readonly { readonly unit: string; readonly area: number }[]
  readonly unchanged: number
  readonly faults: readonly ToldUnitFault[]
}

/** Which units of a list are new, which are measured anew, and which rows cannot stand. */
const sortedOut = ({ rows, people, faults }: Listed, register: readonly Tenure[]): Sorted => {
  const open = new Map(register.filter(({ until }) => until === null).map((one) => [one.number, one]))
  const first = new Map<string, number>()
  const fresh: (ListedUnit & { readonly unit: string; readonly row: number })[] = []
  const remeasured: { readonly unit: string; readonly area: number }[] = []
  const wrong: ToldUnitFault[] = [...faults]
  let unchanged = 0
  for (const { row, area, developer, ...named } of rows) {
    const number = readUnitNumber(named.number)
    const owner = people.get(named.owner)
    const twice = number.ok ? first.get(number.value) : undefined
    if (!number.ok) wrong.push(tellUnitFault(row, number.refusal))
    else if (twice !== undefined) wrong.push(tellUnitFault(row, { code: 'number_twice', first: twice }))
    else first.set(number.value, row)
    if (!owner) wrong.push(tellUnitFault(row, { code: 'owner_unknown' }))
    if (!number.ok || twice !== undefined || !owner) continue
    const known = open.get(number.value)
    if (!known && owner.diedOn !== null) wrong.push(tellUnitFault(row, { code: 'owner_died' }))
    else if (!known) fresh.push({ row, unit: uuidv7(), number: number.value, area, owner: owner.id, developer })
    else if (known.owner !== owner.id || known.developer !== developer)
      wrong.push(tellUnitFault(row, { code: 'owner_differs' }))
    else if (known.area !== area) remeasured.push({ unit: known.unit, area })
    else unchanged += 1
  }
  for (const { row, ...unit } of fresh) {
    const code = clashOf(unit, [...register, ...fresh])
    if (code) wrong.push(tellUnitFault(row, { code }))
  }
  return {
    fresh: fresh.map(({ row: _, ...unit }) => unit),
    remeasured,
    unchanged,
    faults: wrong.sort((a, b) => a.row - b.row),
  }
}

/** Puts a list on the record and into the register, all of it or, where any row is at fault, nothing. */
const entered = async (
  tx: Tx,
  engine: Engine,
  actor: Actor,
  chain: HeldChain,
  listed: Listed,
): Promise<Result<UnitsReport, Refusal>> => {
  const { community } = actor
  const { from, preview, digest } = listed
  const register = await tenuresFrom(tx, community, from)
  const { fresh, remeasured, unchanged, faults } = sortedOut(listed, register)
  if (faults.length > 0 && !preview) return refuse({ code: 'units_faulty', faults })
  const areas = new Map(remeasured.map(({ unit, area }) => [unit, area]))
  const owned = [
    ...register.filter(({ until }) => until === null).map((one) => ({ ...one, area: areas.get(one.unit) ?? one.area })),
    ...fresh,
  ]
  const report: UnitsReport = {
    ...(digest === undefined ? {} : { digest }),
    from,
    recorded: fresh.length,
    remeasured: remeasured.length,
    unchanged,
    units: owned.length,
    heads: new Set(owned.map(({ owner }) => owner)).size,
    area: owned.reduce((sum, { area }) => sum + area, 0),
    faults,
  }
  if (preview || fresh.length + remeasured.length === 0) return ok(report)

  const data = {
    from,
    ...(digest === undefined ? {} : { file: digest }),
    units: fresh.map(({ unit, area, owner, developer }) => ({
      unit,
      area,
      owner,
      ...(developer ? { developer: true as const } : {}),
    })),
    ...(remeasured.length > 0 ? { areas: [...remeasured] } : {}),
  }
  add(chain, nextEntry(chain, { kind: 'units.recorded', actor: actor.account, data }))
  await write(tx, engine.keys, chain)
  const at = chain.at.toISOString()
  await tx.execute(sql`
    insert into body (community, kind, created_at) values (${community}, 'owners', ${at}::timestamptz) on conflict do nothing`)
  const rows = JSON.stringify(fresh.map((one) => ({ ...one, tenure: uuidv7() })))
  await tx.execute(sql`
    insert into unit (community, id, number, area)
    select ${community}::uuid, unit, number, area from jsonb_to_recordset(${rows}::text::jsonb) as r(unit uuid, number text, area bigint)`)
  await tx.execute(sql`
    insert into tenure (community, id, unit, owner, developer, starts_on)
    select ${community}::uuid, tenure, unit, owner, developer, ${from}::date
    from jsonb_to_recordset(${rows}::text::jsonb) as r(tenure uuid, unit uuid, owner uuid, developer boolean)`)
  await tx.execute(sql`
    update unit u set area = r.area
    from jsonb_to_recordset(${JSON.stringify(remeasured)}::text::jsonb) as r(unit uuid, area bigint)
    where u.community = ${community} and u.id = r.unit`)
  return ok(report)
}
