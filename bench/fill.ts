import { behind } from '../test/support/voters.ts'
import type { Assembly } from './hall.ts'
import type { Question } from './way.ts'

/**
 * Votes that a ballot already has: people with account, session, roll, vote, entry and what is kept under their key, and a
 * signed head for every fifty. The chain counts on from them; only their hashes and signatures are not what they say.
 */
export const fillBallot = ({ scene, world }: Assembly, { ballot, proposal }: Question, votes: number): Promise<void> =>
  behind(world, scene, async (sql) => {
    const { community } = scene
    const chain = `proposal/${proposal}`
    // The rows are made of one another: what they refer to is not looked up again for each.
    await sql`set session_replication_role = replica`
    await sql`create table bench_voter as
      select n, gen_random_uuid() as person, gen_random_uuid() as account, gen_random_uuid() as session,
        encode(sha256(convert_to('vote ' || n, 'UTF8')), 'hex') as hash, sha256(convert_to('head ' || n, 'UTF8')) as head
      from generate_series(1, ${votes}::int) n`
    await sql`insert into person (community, id, household, name, sex, birth, part, id_hash, id_sealed, id_last_four, joined_on)
      select ${community}::uuid, b.person, p.household, p.name, 'male', '1980-01-01', p.part, b.hash, p.id_sealed, '0000', '2020-01-01'
      from bench_voter b, (select * from person where community = ${community} limit 1) p`
    await sql`insert into account (community, id, person, created_at)
      select ${community}::uuid, account, person, now() from bench_voter`
    await sql`insert into session (community, id, account, started_at, expires_at)
      select ${community}::uuid, session, account, now(), now() + interval '10 years' from bench_voter`
    await sql`insert into roll_entry (community, roll, person, groups)
      select ${community}::uuid, b.roll, v.person, '{}' from bench_voter v, ballot b where b.id = ${ballot}`
    await sql`insert into voter (community, ballot, person, roll)
      select ${community}::uuid, b.id, v.person, b.roll from bench_voter v, ballot b where b.id = ${ballot}`
    await sql`insert into vote (community, ballot, person, choice, salt, commitment)
      select ${community}::uuid, ${ballot}::uuid, person, 'yes', substr(head, 1, 16), hash from bench_voter`
    await sql`insert into entry (community, chain, seq, kind, recorded_at, bytes, head)
      select ${community}::uuid, c.name, c.seq + v.n, 'vote.cast', c.last_at, convert_to(
        '{"actor":"' || account || '","chain":"' || c.name || '","community":"' || c.community || '","data":{"ballot":"' || ${ballot}
        || '","choice":"' || hash || '","voter":"' || person || '"},"format":1,"kind":"vote.cast","recordedAt":"'
        || to_char(c.last_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '","seq":' || (c.seq + v.n) || '}', 'UTF8'), v.head
      from bench_voter v, chain c where c.community = ${community} and c.name = ${chain}`
    await sql`insert into idempotency (community, actor, key, request, status, answer, recorded_at)
      select ${community}::uuid, account, ${ballot}, hash, 201,
        jsonb_build_object('ballot', ${ballot}::text, 'seq', n, 'lastSeq', n, 'choice', 'yes', 'salt', left(hash, 32)), now() from bench_voter`
    await sql`insert into signed_head (community, chain, seq, jws)
      select c.community, c.name, c.seq + v.n, repeat(hash, 6) from bench_voter v, chain c
      where c.community = ${community} and c.name = ${chain} and v.n % 50 = 0`
    await sql`update chain set seq = seq + ${votes}, head = (select head from bench_voter where n = ${votes})
      where community = ${community} and name = ${chain}`
    await sql`drop table bench_voter`
    await sql`set session_replication_role = origin`
    await sql`vacuum (analyze)`
    await sql`checkpoint`
  })
