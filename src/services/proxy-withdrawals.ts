import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/within.ts'
import type { Entrusted } from '../../workflows/law/proxies.ts'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { add, hold, nextEntry, proposalChain, write } from '../record/chains.ts'
import { type Actor, act, type Engine, needs } from './act.ts'
import { isRefusal } from './advance.ts'
import { agendaOf, holdMeeting } from './meetings.ts'
import type { Refusal } from './refusal.ts'

export interface WithdrawnProxy extends Entrusted {
  readonly id: string
  /** True where the proxy had signed the principal in, who is present no longer. */
  readonly left: boolean
}

/**
 * 撤回委托: before the proxy has voted or taken a paper for the principal. Whom the proxy had signed in is present no longer,
 * and may come in person.
 */
export const withdrawProxy = (
  engine: Engine,
  actor: Actor,
  { meeting, proxy: id }: { readonly meeting: string; readonly proxy: string },
): Promise<Result<WithdrawnProxy, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk')
    if (denied) return refuse(denied)
    const { community, account } = actor
    const held = await holdMeeting(tx, engine, community, meeting)
    if (isRefusal(held)) return refuse(held)
    if (held.outcome !== undefined) return refuse({ code: 'meeting_ended', outcome: held.outcome })
    const [given] = await tx.execute<
      Entrusted & { withdrawnAt: string | null; here: boolean } & Record<string, unknown>
    >(sql`
      select x.principal, x.proxy, to_char(x.withdrawn_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "withdrawnAt",
        exists (select from attendance a where (a.community, a.meeting, a.person) = (x.community, x.meeting, x.principal)
          and a.in_person = x.proxy and a.left_at is null) as here
      from proxy x where x.community = ${community} and x.meeting = ${meeting} and x.id = ${id}`)
    if (!given) return refuse({ code: 'not_found', what: 'proxy' })
    if (given.withdrawnAt !== null) return refuse({ code: 'proxy_withdrawn', at: given.withdrawnAt })
    const { principal, proxy, here } = given
    // Held so that no vote is cast by the proxy between this look and the end.
    for (const proposal of await agendaOf(tx, community, meeting))
      await hold(tx, engine.clock, community, proposalChain(proposal))
    if (await usedIn(tx, community, meeting, { principal, proxy })) return refuse({ code: 'proxy_used' })

    const { chain } = held
    const at = chain.at.toISOString()
    add(chain, nextEntry(chain, { kind: 'proxy.withdrawn', actor: account, data: { principal } }))
    if (here) add(chain, nextEntry(chain, { kind: 'member.left', actor: account, data: { person: principal } }))
    await write(tx, engine.keys, chain)
    await tx.execute(sql`
      update proxy set withdrawn_at = ${at}::timestamptz where community = ${community} and id = ${id}`)
    if (here)
      await tx.execute(sql`
        update attendance set left_at = ${at}::timestamptz
        where community = ${community} and meeting = ${meeting} and person = ${principal} and left_at is null`)
    return ok({ id, principal, proxy, left: here })
  })

/** Whether the proxy has voted for the principal, taken part in a secret ballot, or taken a paper, in this meeting. */
const usedIn = async (
  tx: Tx,
  community: string,
  meeting: string,
  { principal, proxy }: Entrusted,
): Promise<boolean> => {
  const [row] = await tx.execute<{ used: boolean }>(sql`
    select exists (
        select from vote v join ballot b on (b.community, b.id) = (v.community, v.ballot)
        where b.community = ${community} and b.meeting = ${meeting} and v.person = ${principal} and v.cast_by = ${proxy})
      or exists (
        select from paper_issue i join poll p on (p.community, p.id) = (i.community, i.poll)
        where p.community = ${community} and p.meeting = ${meeting} and i.voter = ${principal} and i.proxy = ${proxy})
      or exists (
        select from ballot b join entry e on e.community = b.community and e.chain = 'proposal/' || b.proposal
        where b.community = ${community} and b.meeting = ${meeting} and b.voting = 'secret' and e.kind = 'ballot.taken'
          and convert_from(e.bytes, 'UTF8')::jsonb -> 'data' @>
            jsonb_build_object('ballot', b.id, 'voter', ${principal}::text, 'castBy', ${proxy}::text)) as used`)
  return row?.used === true
}
