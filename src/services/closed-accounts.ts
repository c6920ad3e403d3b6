import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/within.ts'
import { add, type HeldChain, nextEntry } from '../record/chains.ts'
import type { Actor, Role } from './act.ts'

/** What becomes of the account of somebody who leaves the roster. */

/** True where a person's account is the only open one with the administrator's role. */
export const isLastAdministrator = async (tx: Tx, community: string, person: string): Promise<boolean> => {
  const rows = await tx.execute<{ own: boolean }>(sql`
    select coalesce(a.person = ${person}::uuid, false) as own
    from role r join account a on (a.community, a.id) = (r.community, r.account)
    where r.community = ${community} and r.role = 'administrator' and r.ended_at is null and a.disabled_at is null`)
  return rows.some(({ own }) => own) && rows.every(({ own }) => own)
}

/** Shuts the account of whoever has left: its sessions, its slip and its roles end, and the record says which roles. */
export const closeAccount = async (
  tx: Tx,
  chain: HeldChain,
  actor: Pick<Actor, 'account'>,
  person: string,
): Promise<void> => {
  const { community } = chain
  const at = chain.at.toISOString()
  const [own] = await tx.execute<{ id: string }>(sql`
    update account set disabled_at = ${at}::timestamptz, slip = null
    where community = ${community} and person = ${person} and disabled_at is null returning id`)
  if (!own) return
  await tx.execute(sql`
    update session set ended_at = ${at}::timestamptz
    where community = ${community} and account = ${own.id} and ended_at is null`)
  const roles = await tx.execute<{ role: Role }>(sql`
    update role set ended_at = ${at}::timestamptz
    where community = ${community} and account = ${own.id} and ended_at is null returning role`)
  for (const role of roles.map((row) => row.role).sort())
    add(chain, nextEntry(chain, { kind: 'role.ended', actor: actor.account, data: { account: own.id, role } }))
}

/** Opens the account again of whoever is back; roles are granted anew. */
export const reopenAccount = (tx: Tx, community: string, person: string): Promise<unknown> =>
  tx.execute(sql`update account set disabled_at = null where community = ${community} and person = ${person}`)
