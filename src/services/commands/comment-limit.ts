import { sql } from 'drizzle-orm'
import type { RefusalOf } from '../refusal.ts'
import type { Desk } from './command.ts'

/** More in an hour than anybody has to say who types it himself. */
const atMost = 10
const hour = 3_600_000

/** Refuses one more comment of a resident within the hour, and says from when on it will be taken. */
export const commentsTooOften = async (
  { tx, community }: Pick<Desk, 'tx' | 'community'>,
  person: string | undefined,
  now: Date,
): Promise<RefusalOf<'comments_too_often'> | undefined> => {
  const since = new Date(now.getTime() - hour).toISOString()
  const [oldest] = await tx.execute<{ at: number }>(sql`
    select extract(epoch from received_at)::float8 * 1000 as at from comment
    where community = ${community} and author = ${person ?? null}::uuid and channel = 'online'
      and received_at > ${since}::timestamptz
    order by received_at desc offset ${atMost - 1} limit 1`)
  return oldest && untilAllowed(new Date(oldest.at + hour), now)
}

/** The same refusal for whoever counts otherwise. */
export const untilAllowed = (from: Date, now: Date): RefusalOf<'comments_too_often'> => ({
  code: 'comments_too_often',
  from: from.toISOString(),
  retryAfter: Math.max(1, Math.ceil((from.getTime() - now.getTime()) / 1000)),
})
