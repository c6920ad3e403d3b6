import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/within.ts'
import type { RefusalOf } from './refusal.ts'

/** So many wrong passwords in a row cost nothing but another try. */
const free = 10
const firstWait = 30
const longestWait = 15 * 60
const forgottenAfter = 24 * 3600

/** Seconds to wait after so many failures in a row: none, then half a minute, doubling up to a quarter of an hour. */
const waitAfter = (failures: number): number =>
  failures < free ? 0 : Math.min(longestWait, firstWait * 2 ** Math.min(failures - free, 10))

const hashOf = (login: string): string => createHash('sha256').update(login).digest('hex')

/**
 * Counts an attempt before its password is looked at, so that many at once are slowed as well. Logins that do not exist
 * are counted like those that do. Refuses, without counting, while the wait runs.
 */
export const countAttempt = async (
  tx: Tx,
  community: string,
  login: string,
  now: Date,
): Promise<RefusalOf<'sign_in_too_often'> | undefined> => {
  const hash = hashOf(login)
  const at = now.toISOString()
  await tx.execute(sql`
    insert into sign_in_attempt (community, login_hash, failures, last_at)
    select id, ${hash}, 0, ${at}::timestamptz from community where id = ${community}
    on conflict do nothing`)
  const [row] = await tx.execute<{ failures: number; since: number }>(sql`
    select failures, extract(epoch from ${at}::timestamptz - last_at)::float8 as since from sign_in_attempt
    where community = ${community} and login_hash = ${hash} for no key update`)
  if (!row) return undefined
  const failures = row.since > forgottenAfter ? 0 : row.failures
  // Of two at once the later may have waited for the earlier, and then carries the older time.
  const wait = waitAfter(failures) - Math.max(0, row.since)
  if (wait > 0) return { code: 'sign_in_too_often', retryAfter: Math.ceil(wait) }
  await tx.execute(sql`
    update sign_in_attempt set failures = ${failures + 1}, last_at = ${at}::timestamptz
    where community = ${community} and login_hash = ${hash}`)
  return undefined
}

/** The password was right: the count is gone, and with it those that nobody has added to for a day. */
export const forgetAttempts = async (tx: Tx, community: string, login: string, now: Date): Promise<void> => {
  await tx.execute(sql`
    delete from sign_in_attempt where community = ${community}
      and (login_hash = ${hashOf(login)} or last_at < ${now.toISOString()}::timestamptz - make_interval(secs => ${forgottenAfter}))`)
}
