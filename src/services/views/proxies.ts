import { sql } from 'drizzle-orm'
import { ok, type Result, refuse } from '../../../workflows/result.ts'
import { type Actor, act, type Engine, isOffice } from '../act.ts'
import type { Refusal } from '../refusal.ts'

export interface ProxyView {
  readonly id: string
  readonly principal: string
  readonly proxy: string
  readonly givenAt: string
  readonly withdrawnAt: string | null
  /** The names and what the written proxy says, for the office and the two whom it concerns. */
  readonly principalName: string | null
  readonly proxyName: string | null
  readonly document: string | null
}

/** The votes entrusted to another for a meeting, withdrawn ones too. */
export const proxies = (
  engine: Engine,
  actor: Actor,
  meeting: string,
): Promise<Result<{ readonly items: readonly ProxyView[] }, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const { community } = actor
    const [known] = await tx.execute(sql`select 1 from meeting where community = ${community} and id = ${meeting}`)
    if (!known) return refuse({ code: 'not_found', what: 'meeting' })
    const rows = await tx.execute<ProxyView & Record<string, unknown>>(sql`
      select x.id, x.principal, x.proxy, n.text as "principalName", m.text as "proxyName", d.text as document,
        to_char(x.given_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "givenAt",
        to_char(x.withdrawn_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "withdrawnAt"
      from proxy x
      join person p on (p.community, p.id) = (x.community, x.principal)
      join person q on (q.community, q.id) = (x.community, x.proxy)
      left join disclosure n on (n.community, n.commitment) = (p.community, p.name)
      left join disclosure m on (m.community, m.commitment) = (q.community, q.name)
      left join disclosure d on (d.community, d.commitment) = (x.community, x.document)
      where x.community = ${community} and x.meeting = ${meeting} order by x.given_at, x.id`)
    const told = (row: ProxyView) => isOffice(rights) || rights.person === row.principal || rights.person === row.proxy
    const masked = { principalName: null, proxyName: null, document: null }
    return ok({ items: rows.map((row) => (told(row) ? row : { ...row, ...masked })) })
  })
