import { sql } from 'drizzle-orm'
import { ok, type Result, refuse } from '../../../workflows/result.ts'
import { type Actor, act, type Engine, needs, type Role } from '../act.ts'
import type { Refusal } from '../refusal.ts'

/** An account with a password, and what its holder may do. */
export interface AccountView {
  readonly id: string
  readonly login: string
  readonly name: string | null
  readonly disabled: boolean
  readonly roles: readonly { readonly role: Role; readonly discipline: string | null }[]
}

export interface SessionView {
  readonly id: string
  readonly login: string | null
  readonly name: string | null
  readonly startedAt: string
  readonly expiresAt: string
  /** The one by which the list is read. */
  readonly own: boolean
}

/** Every account that has a password or a role; residents who come by slip are on the roster. */
export const accounts = (
  engine: Engine,
  actor: Actor,
): Promise<Result<{ readonly items: readonly AccountView[] }, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'administrator')
    if (denied) return refuse(denied)
    const items = await tx.execute<AccountView & Record<string, unknown>>(sql`
      select a.id, a.login, d.text as name, a.disabled_at is not null as disabled,
        coalesce((select jsonb_agg(jsonb_build_object('role', r.role, 'discipline', r.discipline) order by r.granted_at, r.role)
          from role r where (r.community, r.account) = (a.community, a.id) and r.ended_at is null), '[]'::jsonb) as roles
      from account a left join person p on (p.community, p.id) = (a.community, a.person)
      left join disclosure d on (d.community, d.commitment) = (p.community, p.name)
      where a.community = ${actor.community} and a.login is not null order by a.created_at, a.id`)
    return ok({ items: [...items] })
  })

/** Who is signed in now, the newest first. */
export const openSessions = (
  engine: Engine,
  actor: Actor,
): Promise<Result<{ readonly items: readonly SessionView[] }, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'administrator')
    if (denied) return refuse(denied)
    const now = (await engine.clock(tx, undefined)).toISOString()
    const items = await tx.execute<SessionView & Record<string, unknown>>(sql`
      select s.id, a.login, d.text as name, s.id = ${actor.session} as own,
        to_char(s.started_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "startedAt",
        to_char(s.expires_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "expiresAt"
      from session s join account a on (a.community, a.id) = (s.community, s.account)
      left join person p on (p.community, p.id) = (a.community, a.person)
      left join disclosure d on (d.community, d.commitment) = (p.community, p.name)
      where s.community = ${actor.community} and s.ended_at is null and s.expires_at > ${now}::timestamptz
      order by s.started_at desc, s.id limit 300`)
    return ok({ items: [...items] })
  })
