import { timingSafeEqual } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type Tx, within } from '../../db/within.ts'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import type { Day } from '../../workflows/rules/days.ts'
import { hashPassword, passwordFaults } from '../identity/passwords.ts'
import { add, begin, communityChain, hold, nextEntry, write } from '../record/chains.ts'
import { disclose, sealText } from '../record/texts.ts'
import { type Actor, act, type Engine, needs } from './act.ts'
import type { Refusal } from './refusal.ts'

export interface FoundCommunity {
  readonly sort: 'village' | 'city' | 'township'
  readonly jurisdiction?: string | undefined
  readonly name: string
  readonly administrator: { readonly login: string; readonly password: string }
  /** Its id, where whoever founds it may have to ask twice: the second time nothing is founded. */
  readonly community?: string | undefined
}

/** Founds a community with its first administrator. Whoever holds the setup token of the installation may. */
export const foundCommunity = async (
  engine: Engine,
  token: { readonly given: string; readonly wanted: string | undefined },
  cmd: FoundCommunity,
): Promise<Result<{ readonly community: string; readonly account: string }, Refusal>> => {
  // An empty token is none: it would let everybody in.
  if (!token.wanted || !sameToken(token.given, token.wanted)) return refuse({ code: 'setup_token_wrong' })
  const faults = passwordFaults(cmd.administrator.password)
  if (faults.length > 0) return refuse({ code: 'password_weak', faults })
  const password = await hashPassword(cmd.administrator.password, engine.passwordWork)
  const community = cmd.community ?? uuidv7()
  const account = uuidv7()
  const name = sealText(cmd.name)
  return within(engine.db, community, async (tx) => {
    const at = await engine.clock(tx, undefined)
    const now = at.toISOString()
    const founded = await tx.execute(sql`
      insert into community (id, sort, jurisdiction, name, created_at)
      values (${community}, ${cmd.sort}, ${cmd.jurisdiction ?? null}, ${name.text}, ${now}::timestamptz)
      on conflict do nothing returning id`)
    if (founded.length === 0) return foundedBefore(tx, community)
    await tx.execute(sql`
      insert into account (community, id, login, password, created_at)
      values (${community}, ${account}, ${cmd.administrator.login}, ${password}, ${now}::timestamptz)`)
    await tx.execute(sql`
      insert into role (community, account, role, granted_at) values (${community}, ${account}, 'administrator', ${now}::timestamptz)`)
    await disclose(tx, community, [name])
    const chain = begin(community, communityChain, at)
    const jurisdiction = cmd.jurisdiction === undefined ? {} : { jurisdiction: cmd.jurisdiction }
    add(
      chain,
      nextEntry(chain, {
        kind: 'community.founded',
        actor: account,
        data: { sort: cmd.sort, ...jurisdiction, name: name.commitment },
      }),
    )
    add(chain, nextEntry(chain, { kind: 'key.published', actor: account, data: engine.keys.record.published }))
    add(chain, nextEntry(chain, { kind: 'role.granted', actor: account, data: { account, role: 'administrator' } }))
    await write(tx, engine.keys, chain)
    return ok({ community, account })
  })
}

/** What was founded under this id, with its first administrator. */
const foundedBefore = async (
  tx: Tx,
  community: string,
): Promise<Result<{ readonly community: string; readonly account: string }, Refusal>> => {
  const [first] = await tx.execute<{ account: string }>(sql`
    select account from role where community = ${community} and role = 'administrator' order by granted_at, account limit 1`)
  return first ? ok({ community, ...first }) : refuse({ code: 'not_found', what: 'community' })
}

const sameToken = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

type DeclareCalendar = { readonly year: string; readonly holidays: readonly Day[]; readonly workdays: readonly Day[] }

/** Days outside the year, or declared twice or as both: a term reckoned with them would silently be wrong. */
const unfitDays = ({ year, holidays, workdays }: DeclareCalendar): readonly Day[] => {
  const days = [...holidays, ...workdays]
  return [...new Set(days.filter((day, n) => !day.startsWith(`${year}-`) || days.indexOf(day) !== n))]
}

/** Declares a year's holidays and make-up working days, once the State Council has published them. */
export const declareCalendar = (
  engine: Engine,
  actor: Actor,
  cmd: DeclareCalendar,
): Promise<Result<{ readonly year: string }, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'administrator')
    if (denied) return refuse(denied)
    const unfit = unfitDays(cmd)
    if (unfit.length > 0) return refuse({ code: 'calendar_days_unfit', year: cmd.year, days: unfit })
    const chain = await hold(tx, engine.clock, actor.community, communityChain)
    if (!chain) return refuse({ code: 'not_found', what: 'community' })
    add(
      chain,
      nextEntry(chain, {
        kind: 'calendar.declared',
        actor: actor.account,
        data: { year: cmd.year, holidays: [...cmd.holidays], workdays: [...cmd.workdays] },
      }),
    )
    await write(tx, engine.keys, chain)
    return ok({ year: cmd.year })
  })

/** The public directory: every village, neighbourhood and office of this installation. */
export const directory = async (
  engine: Pick<Engine, 'db'>,
): Promise<{ readonly items: readonly { readonly id: string; readonly name: string; readonly sort: string }[] }> => {
  const nobody = '00000000-0000-0000-0000-000000000000'
  const rows = await within(engine.db, nobody, (tx) =>
    tx.execute<{ id: string; name: string; sort: string }>(
      sql`select id, name, sort from community order by name, id limit 10000`,
    ),
  )
  return { items: [...rows] }
}
