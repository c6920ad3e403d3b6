import { sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type Tx, within } from '../../db/within.ts'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { dayOf } from '../../workflows/rules/days.ts'
import { verifyPassword } from '../identity/passwords.ts'
import { slipLookup } from '../identity/slips.ts'
import { issueToken } from '../identity/tokens.ts'
import { type Actor, type Engine, forgetAnswers, type Role } from './act.ts'
import type { Refusal } from './refusal.ts'
import { countAttempt, forgetAttempts } from './sign-in-attempts.ts'

export interface SignedInAs {
  readonly token: string
  readonly expiresAt: string
  readonly account: string
  readonly person?: string
  readonly roles: readonly Role[]
}

export type Credentials = { readonly login: string; readonly password: string } | { readonly slip: string }

const sessionHours = 12

/** Signs in with a password, or once with a slip. Wrong login, wrong password and a used slip answer the same. */
export const signIn = async (
  engine: Engine,
  issuer: string,
  community: string,
  credentials: Credentials,
): Promise<Result<SignedInAs, Refusal>> => {
  const found =
    'slip' in credentials
      ? await bySlip(engine, community, credentials.slip)
      : await byPassword(engine, community, credentials)
  if (!found.ok) return found
  const { account, person, session, now, roles } = found.value
  const expires = new Date(now.getTime() + sessionHours * 3_600_000)
  const token = await issueToken(engine.keys, {
    community,
    account,
    session,
    now,
    ttlSeconds: sessionHours * 3600,
    issuer,
  })
  return ok({ token, expiresAt: expires.toISOString(), account, ...(person === null ? {} : { person }), roles })
}

interface Found {
  readonly account: string
  readonly person: string | null
  readonly session: string
  readonly now: Date
  readonly roles: readonly Role[]
}

/** An account that is not shut, of somebody who has not left the roster by now. */
const isOpen = (now: Date) => sql`disabled_at is null and not exists (
  select 1 from person p where (p.community, p.id) = (account.community, account.person) and p.left_on <= ${dayOf(now)})`

const byPassword = async (
  { db, clock }: Engine,
  community: string,
  { login, password }: { readonly login: string; readonly password: string },
): Promise<Result<Found, Refusal>> => {
  const asked = await within(db, community, async (tx) => {
    const now = await clock(tx, undefined)
    const refusal = await countAttempt(tx, community, login, now)
    if (refusal) return refuse(refusal)
    const [known] = await tx.execute<{ id: string; person: string | null; password: string }>(sql`
      select id, person, password from account where community = ${community} and login = ${login} and ${isOpen(now)}`)
    return ok(known)
  })
  if (!asked.ok) return asked
  const row = asked.value
  // The password is checked outside the transaction: scrypt takes its time, for unknown logins too.
  if (!(await verifyPassword(password, row?.password)) || !row) return refuse({ code: 'sign_in_failed' })
  return within(db, community, async (tx) => {
    const now = await clock(tx, undefined)
    await forgetAttempts(tx, community, login, now)
    // An office signs in every few days: reason enough to look for what has been kept too long.
    await forgetAnswers(tx, community, now)
    return ok(await begin(tx, community, row.id, row.person, now))
  })
}

const bySlip = async (
  { db, clock, keys }: Engine,
  community: string,
  code: string,
): Promise<Result<Found, Refusal>> => {
  const lookup = slipLookup(code, keys.secrets.slip)
  if (!lookup.ok) return refuse({ code: 'slip_mistyped' })
  return within(db, community, async (tx): Promise<Result<Found, Refusal>> => {
    const now = await clock(tx, undefined)
    const at = now.toISOString()
    const [used] = await tx.execute<{ id: string; person: string | null }>(sql`
      update account set slip_used_at = ${at}::timestamptz
      where community = ${community} and slip = ${lookup.value} and slip_used_at is null
        and slip_expires_at > ${at}::timestamptz and ${isOpen(now)}
      returning id, person`)
    return used ? ok(await begin(tx, community, used.id, used.person, now)) : refuse({ code: 'sign_in_failed' })
  })
}

const begin = async (tx: Tx, community: string, account: string, person: string | null, now: Date): Promise<Found> => {
  const session = uuidv7()
  const expires = new Date(now.getTime() + sessionHours * 3_600_000)
  await tx.execute(sql`
    insert into session (community, id, account, started_at, expires_at)
    values (${community}, ${session}, ${account}, ${now.toISOString()}::timestamptz, ${expires.toISOString()}::timestamptz)`)
  const roles = await tx.execute<{ role: Role }>(sql`
    select distinct role from role where community = ${community} and account = ${account} and ended_at is null`)
  return { account, person, session, now, roles: roles.map(({ role }) => role) }
}

/** Ends a session at once; ending it again changes nothing. */
export const signOut = ({ db, clock }: Engine, actor: Actor): Promise<void> =>
  within(db, actor.community, async (tx) => {
    const now = await clock(tx, undefined)
    await tx.execute(sql`
      update session set ended_at = ${now.toISOString()}::timestamptz
      where community = ${actor.community} and id = ${actor.session} and account = ${actor.account} and ended_at is null`)
  })
