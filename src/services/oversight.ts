import { sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { within } from '../../db/within.ts'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { type Day, dayOf } from '../../workflows/rules/days.ts'
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

const sessionHours = 12

/**
 * An officer of a township enters a community that granted it. Two transactions, one in each: rights are read in the
 * township's, the grant in the community's, and what is not granted looks like what is not there.
 */
export const enterCommunity = async (
  engine: Engine,
  issuer: string,
  actor: Actor,
  community: string,
): Promise<Result<SignedInAs, Refusal>> => {
  const officer = await act(engine, { ...actor }, async (tx, rights) => {
    const [own] = await tx.execute<{ sort: string }>(sql`select sort from community where id = ${actor.community}`)
    const denied = own?.sort === 'township' ? needs(rights, 'administrator', 'clerk') : undefined
    if (denied) return refuse(denied)
    return own?.sort === 'township' ? ok(undefined) : refuse({ code: 'not_found', what: 'community' })
  })
  if (!officer.ok) return officer
  const entered = await within(engine.db, community, async (tx) => {
    const chain = await hold(tx, engine.clock, community, communityChain)
    const granted = await tx.execute(sql`
      select 1 from oversight_grant
      where community = ${community} and township = ${actor.community} and ended_at is null`)
    if (!chain || granted.length === 0) return undefined
    const at = chain.at.toISOString()
    const [known] = await tx.execute<{ id: string; role: boolean; disabled: boolean }>(sql`
      select a.id, (a.disabled_at is not null) as disabled, exists (
        select 1 from role r where (r.community, r.account) = (a.community, a.id) and r.role = 'township' and r.ended_at is null) as role
      from account a where a.community = ${community} and a.from_township = ${actor.community} and a.from_account = ${actor.account}`)
    if (known?.disabled) return undefined
    const account = known?.id ?? uuidv7()
    if (!known?.role)
      add(chain, nextEntry(chain, { kind: 'role.granted', actor: account, data: { account, role: 'township' } }))
    await write(tx, engine.keys, chain)
    if (!known)
      await tx.execute(sql`
        insert into account (community, id, from_township, from_account, created_at)
        values (${community}, ${account}, ${actor.community}, ${actor.account}, ${at}::timestamptz)`)
    if (!known?.role)
      await tx.execute(sql`
        insert into role (community, account, role, granted_at) values (${community}, ${account}, 'township', ${at}::timestamptz)`)
    const session = uuidv7()
    const expiresAt = new Date(chain.at.getTime() + sessionHours * 3_600_000).toISOString()
    await tx.execute(sql`
      insert into session (community, id, account, started_at, expires_at)
      values (${community}, ${session}, ${account}, ${at}::timestamptz, ${expiresAt}::timestamptz)`)
    return { account, session, now: chain.at, expiresAt }
  })
  if (!entered) return refuse({ code: 'not_found', what: 'community' })
  const { account, session, now, expiresAt } = entered
  const token = await issueToken(engine.keys, {
    community,
    account,
    session,
    now,
    ttlSeconds: sessionHours * 3600,
    issuer,
  })
  return ok({ token, expiresAt, account, roles: ['township'] })
}

export interface OversightReport {
  readonly from: Day
  readonly to: Day
  readonly opened: number
  readonly ended: Readonly<Record<string, number>>
  readonly adopted: number
  /** What is behind: by number of proposals or comments. */
  readonly overdue: {
    readonly postings: number
    readonly comments: number
    readonly topics: number
    readonly attestations: number
  }
}

const monthBack = 31

/** What a township or the supervision committee looks at first: how much was opened, decided and ended, and what is behind. */
export const oversightReport = (
  engine: Engine,
  actor: Actor,
  cmd: { readonly from: Day; readonly to: Day },
): Promise<Result<OversightReport, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'township', 'supervisor', 'clerk', 'administrator')
    if (denied) return refuse(denied)
    const { community } = actor
    const now = await engine.clock(tx, undefined)
    const today = dayOf(now)
    const old = dayOf(new Date(now.getTime() - monthBack * 86_400_000))
    const on = (column: 'opened_at' | 'moved_at' | 'closed_at') =>
      sql`(${sql.raw(column)} at time zone '+08:00')::date between ${cmd.from} and ${cmd.to}`
    const ends = await tx.execute<{ ending: string; n: number }>(sql`
      select ending, count(*)::int as n from proposal
      where community = ${community} and ending is not null and ${on('moved_at')} group by ending order by ending`)
    const [counts] = await tx.execute<Record<string, number>>(sql`
      select
        (select count(*)::int from proposal where community = ${community} and ${on('opened_at')}) as opened,
        (select count(distinct b.proposal)::int from ballot b join proposal p on (p.community, p.id) = (b.community, b.proposal)
          join adoption a on (a.community, a.id) = (p.community, p.adoption)
          where b.community = ${community} and b.carried and b.motion in ('agree', 'agree-amended') and ${on('closed_at')}
            and exists (select 1 from jsonb_array_elements(a.expanded -> 'stages') s
              where s ->> 'id' = b.stage and (s ->> 'final')::boolean)) as adopted,
        (select count(*)::int from posting where community = ${community} and closed_at is null and last_day < ${today}) as postings,
        (select count(*)::int from comment c join posting o on (o.community, o.id) = (c.community, c.posting)
          where c.community = ${community} and c.timely and c.admitted and c.answer is null and c.upheld is null
            and o.last_day < ${today}) as comments,
        (select count(*)::int from topic where community = ${community} and raised_on < ${old}
          and proposal is null and answer is null and merged_into is null and not split) as topics,
        (select count(*)::int from attestation where community = ${community} and outcome is null) as attestations`)
    const of = (name: string): number => counts?.[name] ?? 0
    return ok({
      from: cmd.from,
      to: cmd.to,
      opened: of('opened'),
      adopted: of('adopted'),
      ended: Object.fromEntries(ends.map(({ ending, n }) => [ending, n])),
      overdue: {
        postings: of('postings'),
        comments: of('comments'),
        topics: of('topics'),
        attestations: of('attestations'),
      },
    })
  })
