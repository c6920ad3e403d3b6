import { sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { within } from '../../db/within.ts'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { issueToken } from '../identity/tokens.ts'
import { add, communityChain, hold, nextEntry, write } from '../record/chains.ts'
import { type Actor, act, type Engine, needs } from './act.ts'
import type { Refusal } from './refusal.ts'
import type { SignedInAs } from './sessions.ts'

/** Lets a township or sub-district read the community, file and give orders; only the administrator grants it. */
export const grantOversight = (
  engine: Engine,
  actor: Actor,
  cmd: { readonly township: string },
): Promise<Result<{ readonly township: string }, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'administrator')
    if (denied) return refuse(denied)
    const { community } = actor
    const chain = await hold(tx, engine.clock, community, communityChain)
    const rows = await tx.execute<{ id: string; sort: string }>(sql`
      select id, sort from community where id in (${community}, ${cmd.township})`)
    const own = rows.find(({ id }) => id === community)
    const above = rows.find(({ id }) => id === cmd.township)
    if (!chain || !own || above?.sort !== 'township') return refuse({ code: 'not_found', what: 'township' })
    if (own.sort === 'township') return refuse({ code: 'not_for_a_township' })
    const running = await tx.execute(sql`
      select 1 from oversight_grant where community = ${community} and township = ${cmd.township} and ended_at is null`)
    if (running.length > 0) return refuse({ code: 'granted_already' })
    const data = { township: cmd.township }
    add(chain, nextEntry(chain, { kind: 'oversight.granted', actor: actor.account, data }))
    await write(tx, engine.keys, chain)
    await tx.execute(sql`
      insert into oversight_grant (community, township, granted_at)
      values (${community}, ${cmd.township}, ${chain.at.toISOString()}::timestamptz)`)
    return ok(data)
  })

/** Ends a grant: the officers of the township are out with their next request. */
export const endOversight = (
  engine: Engine,
  actor: Actor,
  township: string,
): Promise<Result<{ readonly township: string }, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'administrator')
    if (denied) return refuse(denied)
    const { community } = actor
    const chain = await hold(tx, engine.clock, community, communityChain)
    const running = await tx.execute(sql`
      select 1 from oversight_grant where community = ${community} and township = ${township} and ended_at is null`)
    if (!chain || running.length === 0) return refuse({ code: 'not_found', what: 'oversight' })
    const accounts = await tx.execute<{ account: string }>(sql`
      select a.id as account from account a join role r on (r.community, r.account) = (a.community, a.id)
      where a.community = ${community} and a.from_township = ${township} and r.role = 'township' and r.ended_at is null order by a.id`)
    add(chain, nextEntry(chain, { kind: 'oversight.ended', actor: actor.account, data: { township } }))
    for (const { account } of accounts)
      add(chain, nextEntry(chain, { kind: 'role.ended', actor: actor.account, data: { account, role: 'township' } }))
    await write(tx, engine.keys, chain)
    const at = chain.at.toISOString()
    await tx.execute(sql`
      update oversight_grant set ended_at = ${at}::timestamptz
      where community = ${community} and township = ${township} and ended_at is null`)
    await tx.execute(sql`
      update role set ended_at = ${at}::timestamptz where community = ${community} and role = 'township' and ended_at is null
        and account in (select id from account where community = ${community} and from_township = ${township})`)
    await tx.execute(sql`
      update session set ended_at = ${at}::timestamptz where community = ${community} and ended_at is null
        and account in (select id from account where community = ${community} and from_township = ${township})`)
    return ok({ township })
  })

export interface OversightView {
  readonly township: string
  readonly name: string
  readonly grantedAt: string
}

/** To whom the community has granted oversight. */
export const oversight = (
  engine: Engine,
  actor: Actor,
): Promise<Result<{ readonly items: readonly OversightView[] }, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'administrator', 'supervisor', 'clerk')
    if (denied) return refuse(denied)
    const items = await tx.execute<OversightView & Record<string, unknown>>(sql`
      select g.township, c.name, to_char(g.granted_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "grantedAt"
      from oversight_grant g join community c on c.id = g.township
      where g.community = ${actor.community} and g.ended_at is null order by c.name`)
    return ok({ items: [...items] })
  })

/** The communities that have granted oversight to the township which asks. */
export const overseen = (
  engine: Engine,
  actor: Actor,
): Promise<
  Result<{ readonly items: readonly { readonly id: string; readonly name: string; readonly sort: string }[] }, Refusal>
> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'administrator', 'clerk')
    if (denied) return refuse(denied)
    const items = await tx.execute<{ id: string; name: string; sort: string }>(sql`
      select c.id, c.name, c.sort from oversight_grant g join community c on c.id = g.community
      where g.township = ${actor.community} and g.ended_at is null order by c.name, c.id`)
    return ok({ items: [...items] })
  })

/** An officer's rights at home are read anew this often. */
const entryHours = 1

/**
 * An officer of a township enters a community that granted it. Two transactions, one in each: rights are read in the
 * township's, the grant in the community's, and what is not granted looks like what is not there. Whoever has lost the
 * office, or has signed out at home, is out of the community within the hour.
 */
export const enterCommunity = async (
  engine: Engine,
  issuer: string,
  { community: township, account: from, session: home }: Actor,
  community: string,
): Promise<Result<SignedInAs, Refusal>> => {
  // Without the key of a retry: the first answer would let in whoever has lost the office since.
  const officer = await act(engine, { community: township, account: from, session: home }, async (tx, rights) => {
    const [own] = await tx.execute<{ sort: string; until: string }>(sql`
      select c.sort, to_char(s.expires_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as until
      from community c join session s on s.community = c.id
      where c.id = ${township} and s.id = ${home}`)
    if (own?.sort !== 'township') return refuse({ code: 'not_found', what: 'community' })
    const denied = needs(rights, 'administrator', 'clerk')
    return denied ? refuse(denied) : ok({ until: Date.parse(own.until) })
  })
  if (!officer.ok) return officer
  const entered = await within(engine.db, community, async (tx) => {
    const chain = await hold(tx, engine.clock, community, communityChain)
    const granted = await tx.execute(sql`
      select 1 from oversight_grant
      where community = ${community} and township = ${township} and ended_at is null`)
    if (!chain || granted.length === 0 || officer.value.until <= chain.at.getTime()) return undefined
    const at = chain.at.toISOString()
    const [known] = await tx.execute<{ id: string; role: boolean; disabled: boolean }>(sql`
      select a.id, (a.disabled_at is not null) as disabled, exists (
        select 1 from role r where (r.community, r.account) = (a.community, a.id) and r.role = 'township' and r.ended_at is null) as role
      from account a where a.community = ${community} and a.from_township = ${township} and a.from_account = ${from}`)
    if (known?.disabled) return undefined
    const account = known?.id ?? uuidv7()
    if (!known?.role)
      add(chain, nextEntry(chain, { kind: 'role.granted', actor: account, data: { account, role: 'township' } }))
    await write(tx, engine.keys, chain)
    if (!known)
      await tx.execute(sql`
        insert into account (community, id, from_township, from_account, created_at)
        values (${community}, ${account}, ${township}, ${from}, ${at}::timestamptz)`)
    if (!known?.role)
      await tx.execute(sql`
        insert into role (community, account, role, granted_at) values (${community}, ${account}, 'township', ${at}::timestamptz)`)
    const session = uuidv7()
    const until = Math.min(chain.at.getTime() + entryHours * 3_600_000, officer.value.until)
    const expiresAt = new Date(until).toISOString()
    await tx.execute(sql`
      insert into session (community, id, account, started_at, expires_at)
      values (${community}, ${session}, ${account}, ${at}::timestamptz, ${expiresAt}::timestamptz)`)
    return { account, session, now: chain.at, expiresAt, ttlSeconds: Math.ceil((until - chain.at.getTime()) / 1000) }
  })
  if (!entered) return refuse({ code: 'not_found', what: 'community' })
  const { account, session, now, expiresAt, ttlSeconds } = entered
  const token = await issueToken(engine.keys, {
    community,
    account,
    session,
    now,
    ttlSeconds,
    issuer,
  })
  return ok({ token, expiresAt, account, roles: ['township'] })
}
