import { sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { Tx } from '../../db/within.ts'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { type Day, dayOf } from '../../workflows/rules/days.ts'
import { hashPassword, passwordFaults } from '../identity/passwords.ts'
import { newSlip } from '../identity/slips.ts'
import { add, communityChain, hold, nextEntry, write } from '../record/chains.ts'
import { type Actor, act, type Engine, needs, type Role } from './act.ts'
import type { Refusal } from './refusal.ts'

export interface OpenAccount {
  readonly login: string
  readonly password: string
  readonly role: Role
  readonly discipline?: string | undefined
  readonly person?: string | undefined
}

/** Opens an account with a password and a role: for clerks, supervisors, experts and further administrators. */
export const openAccount = async (
  engine: Engine,
  actor: Actor,
  cmd: OpenAccount,
): Promise<Result<{ readonly account: string }, Refusal>> => {
  const { community, account, session } = actor
  // A password costs time to hash: first whoever asks must be let in.
  const allowed = await act(engine, { community, account, session }, async (_tx, rights) => {
    const denied = needs(rights, 'administrator')
    return denied ? refuse(denied) : ok(undefined)
  })
  if (!allowed.ok) return allowed
  const faults = passwordFaults(cmd.password)
  if (faults.length > 0) return refuse({ code: 'password_weak', faults })
  const password = await hashPassword(cmd.password, engine.passwordWork)
  return act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'administrator')
    if (denied) return refuse(denied)
    const chain = await hold(tx, engine.clock, actor.community, communityChain)
    if (!chain) return refuse({ code: 'not_found', what: 'community' })
    const taken = await tx.execute(
      sql`select 1 from account where community = ${actor.community} and login = ${cmd.login}`,
    )
    if (taken.length > 0) return refuse({ code: 'login_taken', login: cmd.login })
    if (cmd.person !== undefined && !(await isResident(tx, actor.community, cmd.person, dayOf(chain.at))))
      return refuse({ code: 'not_found', what: 'person' })
    if (cmd.person !== undefined && (await hasAccount(tx, actor.community, cmd.person)))
      return refuse({ code: 'person_has_account' })
    const account = uuidv7()
    const at = chain.at.toISOString()
    await tx.execute(sql`
      insert into account (community, id, person, login, password, created_at)
      values (${actor.community}, ${account}, ${cmd.person ?? null}, ${cmd.login}, ${password}, ${at}::timestamptz)`)
    await tx.execute(sql`
      insert into role (community, account, role, discipline, granted_at)
      values (${actor.community}, ${account}, ${cmd.role}, ${cmd.discipline ?? null}, ${at}::timestamptz)`)
    const role = cmd.discipline === undefined ? cmd.role : `${cmd.role}:${cmd.discipline}`
    add(
      chain,
      nextEntry(chain, {
        kind: 'role.granted',
        actor: actor.account,
        data: { account, role, ...(cmd.person === undefined ? {} : { person: cmd.person }) },
      }),
    )
    await write(tx, engine.keys, chain)
    return ok({ account })
  })
}

const isResident = async (tx: Tx, community: string, person: string, today: Day): Promise<boolean> =>
  (
    await tx.execute(sql`
      select 1 from person where community = ${community} and id = ${person} and (left_on is null or left_on > ${today})`)
  ).length > 0

const hasAccount = async (tx: Tx, community: string, person: string): Promise<boolean> =>
  (await tx.execute(sql`select 1 from account where community = ${community} and person = ${person}`)).length > 0

/** The administrators whose accounts are open. */
const administratorsOf = (tx: Tx, community: string) =>
  tx.execute<{ account: string }>(sql`
    select distinct r.account from role r join account a on (a.community, a.id) = (r.community, r.account)
    where r.community = ${community} and r.role = 'administrator' and r.ended_at is null and a.disabled_at is null`)

/** Takes a role away; it is gone with the next write that its holder tries. */
export const endRole = (
  engine: Engine,
  actor: Actor,
  cmd: { readonly account: string; readonly role: Role },
): Promise<Result<{ readonly account: string }, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'administrator')
    if (denied) return refuse(denied)
    const chain = await hold(tx, engine.clock, actor.community, communityChain)
    const held = await tx.execute(sql`
      select 1 from role where community = ${actor.community} and account = ${cmd.account} and role = ${cmd.role} and ended_at is null`)
    if (!chain || held.length === 0) return refuse({ code: 'not_found', what: 'role' })
    if (cmd.role === 'administrator') {
      const others = (await administratorsOf(tx, actor.community)).filter(({ account }) => account !== cmd.account)
      if (others.length === 0) return refuse({ code: 'last_administrator' })
    }
    await tx.execute(sql`
      update role set ended_at = ${chain.at.toISOString()}::timestamptz
      where community = ${actor.community} and account = ${cmd.account} and role = ${cmd.role} and ended_at is null`)
    add(
      chain,
      nextEntry(chain, { kind: 'role.ended', actor: actor.account, data: { account: cmd.account, role: cmd.role } }),
    )
    await write(tx, engine.keys, chain)
    return ok({ account: cmd.account })
  })

export interface IssuedSlip {
  readonly person: string
  readonly name: string
  readonly code: string
  readonly expiresAt: string
}

const slipDays = 60

/** Issues one-time slip codes; an unused earlier slip of the same person is void. The codes are shown this once. */
export const issueSlips = (
  engine: Engine,
  actor: Actor,
  cmd: { readonly people: readonly string[] },
): Promise<Result<readonly IssuedSlip[], Refusal>> =>
  act(engine, { community: actor.community, account: actor.account, session: actor.session }, async (tx, rights) => {
    const denied = needs(rights, 'clerk', 'administrator')
    if (denied) return refuse(denied)
    const now = await engine.clock(tx, undefined)
    const expiresAt = new Date(now.getTime() + slipDays * 86_400_000).toISOString()
    const wanted = JSON.stringify([...new Set(cmd.people)])
    const people = await tx.execute<{ id: string; name: string | null }>(sql`
      select p.id, d.text as name from person p
      left join disclosure d on (d.community, d.commitment) = (p.community, p.name)
      where p.community = ${actor.community} and (p.left_on is null or p.left_on > ${dayOf(now)})
        and p.id in (select value::uuid from jsonb_array_elements_text(${wanted}::text::jsonb)) order by p.id`)
    if (people.length !== new Set(cmd.people).size) return refuse({ code: 'not_found', what: 'person' })
    const slips = people.map(({ id, name }) => ({
      person: id,
      name: name ?? '',
      account: uuidv7(),
      ...newSlip(engine.keys.secrets.slip),
    }))
    const rows = JSON.stringify(slips.map(({ person, account, hash }) => ({ person, account, slip: hash })))
    await tx.execute(sql`
      insert into account (community, id, person, slip, slip_expires_at, created_at)
      select ${actor.community}::uuid, account, person, slip, ${expiresAt}::timestamptz, ${now.toISOString()}::timestamptz
      from jsonb_to_recordset(${rows}::text::jsonb) as r(account uuid, person uuid, slip text)
      on conflict on constraint "a person has one account"
      do update set slip = excluded.slip, slip_expires_at = excluded.slip_expires_at, slip_used_at = null`)
    return ok(slips.map(({ person, name, code }) => ({ person, name, code, expiresAt })))
  })
