import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import type { Actor } from '../src/services/act.ts'
import { optionOf } from '../test/support/recorded-votes.ts'
import { bytesOf } from '../workflows/format/entry.ts'

/** An entry of the size that the service would write of this vote. */
const entryOf = ({ community, account }: Actor, ballot: string, proposal: string, commitment: string): Buffer =>
  Buffer.from(
    bytesOf({
      format: 1,
      community,
      chain: `proposal/${proposal}`,
      seq: 1_000,
      kind: 'vote.cast',
      recordedAt: '2026-03-02T01:00:00.000Z',
      actor: account,
      data: { ballot, voter: account, choice: commitment },
    }),
  )

/**
 * The least that a vote must ask of this database: one prepared statement that checks session, roll, ballot and key, and
 * writes vote, entry, key and chain, each vote a transaction of its own.
 */
export const openCeiling = (url: string, community: string) => {
  // Ten connections, as the server has; with 2 and with 64 the ceiling is lower. The community is set once a session.
  const sql = postgres(url, { max: 10, connection: { 'app.community': community, TimeZone: 'UTC' } })
  const castIn = (actor: Actor, n: number, ballot: string, proposal: string) => {
    const { account, session } = actor
    const choice = optionOf(n)
    const commitment = randomBytes(32).toString('hex')
    const salt = randomBytes(16)
    const head = randomBytes(32)
    const bytes = entryOf(actor, ballot, proposal, commitment)
    const answer = JSON.stringify({ ballot, seq: n, lastSeq: n, choice, salt: salt.toString('hex') })
    return async (): Promise<boolean> => {
      const rows = await sql`
        with may as (
          select v.person from session s
          join account a on a.community = s.community and a.id = s.account and a.disabled_at is null
          join ballot b on b.community = s.community and b.id = ${ballot} and b.closed_at is null
          join voter v on v.community = s.community and v.ballot = b.id and v.person = a.person
          where s.community = ${community} and s.id = ${session} and s.account = ${account}
            and s.ended_at is null and s.expires_at > clock_timestamp()
            and not exists (select from idempotency i where i.community = ${community} and i.actor = ${account} and i.key = ${ballot})
        ), cast_vote as (
          insert into vote (community, ballot, person, choice, salt, commitment)
          select ${community}, ${ballot}, person, ${choice}, ${salt}, ${commitment} from may
          on conflict do nothing returning person
        ), chained as (
          update chain set seq = seq + 1, head = ${head}, last_at = clock_timestamp()
          where community = ${community} and name = ${`proposal/${proposal}`} and exists (select from may) returning seq
        ), entered as (
          insert into entry (community, chain, seq, kind, recorded_at, bytes, head)
          select ${community}, ${`proposal/${proposal}`}, seq, 'vote.cast', clock_timestamp(), ${bytes}, ${head} from chained
        ), kept as (
          insert into idempotency (community, actor, key, request, status, answer, recorded_at)
          select ${community}, ${account}, ${ballot}, ${commitment}, 201,
            ${answer}::text::jsonb, clock_timestamp()
          from chained
        )
        select person from cast_vote`
      return rows.length === 1
    }
  }
  return { castIn, end: () => sql.end({ timeout: 5 }) }
}
