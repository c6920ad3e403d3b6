import type { TransactionSql } from 'postgres'
import type { VoteOption, WayOfVoting } from '../../../workflows/format/catalogue.ts'
import { fromHex, toHex } from '../../../workflows/format/hash.ts'
import { dayOf } from '../../../workflows/rules/days.ts'
import { RecordDisagrees } from '../cases.ts'
import type { Refusal } from '../refusal.ts'
import type { ChainedVote } from './chaining.ts'
import type { KeptVote } from './receipt.ts'

/** Where the votes go: the ballot, and its proposal's chain as this transaction holds it. */
export interface Place {
  readonly community: string
  readonly ballot: string
  readonly chain: string
  /** True for a secret ballot: who takes part goes into the record, the choice nowhere near it. */
  readonly secret: boolean
  readonly seq: number
  readonly head: Uint8Array
  /** The time that every vote of this transaction bears. */
  readonly at: string
}

/** A vote as it is asked for, its choice salted and committed; `n` is its place in the batch. */
export interface AskedVote {
  readonly n: number
  readonly account: string
  readonly session: string
  readonly key: string | null
  readonly request: string | null
  readonly choice: VoteOption
  /** Whose vote it is, where it is not one's own: a principal, or the member who stands for one's household. */
  readonly for: string | null
  readonly salt: string
  readonly commitment: string
}

/** What the database knows of a request: who it is of, whether its key was used, and whether its vote was written just now. */
export interface SeenVote {
  readonly n: number
  readonly live: boolean
  readonly used: boolean
  readonly same: boolean
  readonly kept: KeptVote | null
  /** Whose vote it may be; null where it is nobody's that was called present. */
  readonly may: string | null
  /** Who casts it, where it is another's. */
  readonly castBy: string | null
  /** Asked for somebody else. */
  readonly another: boolean
  readonly listed: boolean
  readonly recused: boolean
  readonly closed: string | null
  /** True once a secret ballot's papers are counted. */
  readonly tallied: boolean
  /** How the ballot is taken. */
  readonly voting: WayOfVoting
  /** When its term ended, where it is over. */
  readonly over: string | null
  readonly written: boolean
}

/**
 * Takes the chain of the ballot's proposal, then asks the clock, all on the way at once. Plans are made once a connection: a
 * batch always looks the same. Refuses where the community has no such ballot, or no phone may vote in it.
 */
export const holdPlace = async (
  tx: TransactionSql,
  community: string,
  ballot: string,
  offset: () => number,
): Promise<Place | Refusal> => {
  const [, [found], [time]] = await Promise.all([
    tx`select set_config('app.community', ${community}, true), set_config('plan_cache_mode', 'force_generic_plan', true)`,
    tx<{ chain: string; secret: boolean; paper: boolean; seq: number; head: string; last: string }[]>`
      select c.name as chain, b.voting = 'secret' as secret, b.paper_only as paper, c.seq, encode(c.head, 'hex') as head,
        floor(extract(epoch from c.last_at) * 1000)::bigint::text as last
      from ballot b join chain c on c.community = b.community and c.name = 'proposal/' || b.proposal
      where b.community = ${community} and b.id = ${ballot} for no key update of c`,
    tx<{ ms: string }[]>`select floor(extract(epoch from clock_timestamp()) * 1000)::text as ms`,
  ])
  if (!found) {
    const [chainless] = await tx`select 1 from ballot where community = ${community} and id = ${ballot}`
    if (chainless) throw new RecordDisagrees(`the proposal of ballot ${ballot} has no chain`)
    return { code: 'not_found', what: 'ballot' }
  }
  if (found.paper) return { code: 'paper_only' }
  const { chain, secret, seq, head, last } = found
  const at = new Date(Math.max(Number(time?.ms) + offset(), Number(last))).toISOString()
  return { community, ballot, chain, secret, seq, head: fromHex(head), at }
}

/** One statement: who asked before with this key, whose session stands, who may vote, who has; and the votes that are new. */
export const judge = (tx: TransactionSql, place: Place, votes: readonly AskedVote[]): Promise<readonly SeenVote[]> => {
  const { community, ballot, at, secret } = place
  const today = dayOf(new Date(at))
  return tx<SeenVote[]>`
  with asked as (
    select * from jsonb_to_recordset(${JSON.stringify(votes)}::text::jsonb)
      as r(n int, account uuid, session uuid, key text, request text, choice text, "for" uuid, salt text, commitment text)
  ), judged as (
    select r.*, (s.id is not null) as live, (i.key is not null) as used, (i.request = r.request) as same, i.answer as kept,
      b.closed_at, b.tallied, b.apart, a.person as caster, coalesce(r."for" <> a.person, false) as another,
      case when v.person is not null then v.person else (
        select w.person from stands_for(${community}::uuid, b.roll, b.meeting, a.person, ${today}::date) m
        join voter w on w.community = ${community} and w.ballot = b.id and w.person = m.person
        where case when r."for" is null then m.household else m.person = r."for" end limit 1) end as voter,
      b.roll, b.meeting, b.voting, case when b.until <= ${at}::timestamptz then b.until end as ended,
      case when v.person is null then exists (select from recusal x where x.community = ${community} and x.meeting = b.meeting
        and x.proposal = b.proposal and x.person = coalesce(r."for", a.person)) end as recused
    from asked r
    join ballot b on b.community = ${community} and b.id = ${ballot}
    left join account a on a.community = ${community} and a.id = r.account and a.disabled_at is null
    left join session s on s.community = ${community} and s.id = r.session and s.account = a.id
      and s.ended_at is null and s.expires_at > ${at}::timestamptz
    left join idempotency i on i.community = ${community} and i.actor = r.account and i.key = r.key
    left join voter v on v.community = ${community} and v.ballot = b.id and v.person = a.person
      and (r."for" is null or r."for" = a.person)
  ), ${secret ? partTaken(tx, place) : votesWritten(tx, place)}
  select j.n, j.live, j.used, coalesce(j.same, false) as same, j.kept, j.voter as may, nullif(j.caster, j.voter) as "castBy",
    j.another, case when j.voter is null then exists (select from roll_entry e
      where e.community = ${community} and e.roll = j.roll and e.person = j.caster and not j.another) or exists (
      select from stands_for(${community}::uuid, j.roll, j.meeting, j.caster, ${today}::date) m
      where case when j."for" is null then m.household else m.person = j."for" end) else true end as listed,
    j.tallied, coalesce(j.recused, false) as recused, j.voting,
    to_char(j.ended at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as over,
    to_char(j.closed_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as closed,
    (w.commitment is not null) as written
  from judged j left join written w on w.commitment = j.commitment order by j.n`
}

const votesWritten = (tx: TransactionSql, { community, ballot }: Place) => tx`
  written as (
    insert into vote (community, ballot, person, choice, salt, commitment, cast_by)
    select distinct on (voter) ${community}::uuid, ${ballot}::uuid, voter, choice, decode(salt, 'hex'), commitment,
      nullif(caster, voter)
    from judged where live and not used and voter is not null and closed_at is null and ended is null and voting = 'recorded'
    order by voter, n
    on conflict do nothing returning commitment
  )`

/** Who takes part and what is chosen, written together and in another order, with nothing between them. */
const partTaken = (tx: TransactionSql, { community, ballot }: Place) => tx`
  first as (
    select distinct on (voter) voter, n, choice, commitment, apart, roll
    from judged where live and not used and voter is not null and closed_at is null and not tallied and ended is null
    order by voter, n
  ), taken as (
    insert into participation (community, ballot, person, door)
    select ${community}::uuid, ${ballot}::uuid, voter, 'phone' from first order by n
    on conflict do nothing returning person
  ), chosen as (
    insert into secret_choice (community, ballot, id, choice, groups)
    select ${community}::uuid, ${ballot}::uuid, gen_random_uuid(), f.choice,
      array(select g from unnest(e.groups) as g where g = any (f.apart) order by g)
    from first f join taken t on t.person = f.voter
    join roll_entry e on e.community = ${community} and e.roll = f.roll and e.person = f.voter
    order by gen_random_uuid()
  ), written as (
    select f.commitment from first f join taken t on t.person = f.voter
  )`

/** Votes with their places in the chain, and the signature under the last of them. */
interface Entered {
  readonly chained: readonly ChainedVote[]
  readonly last: ChainedVote
  readonly signedHead: string
}

/** Enters votes in the record, keeps what a retry will ask, and moves the chain on, in one statement. */
export const enter = async (
  tx: TransactionSql,
  { community, ballot, chain, secret, at }: Place,
  { chained, last, signedHead }: Entered,
): Promise<void> => {
  const kind = secret ? 'ballot.taken' : 'vote.cast'
  const entries = chained.map(({ seq, bytes, head }) => ({
    seq,
    bytes: Buffer.from(bytes).toString('utf8'),
    head: toHex(head),
  }))
  const kept = chained.flatMap(({ vote: { account, key, request, choice, salt }, seq }) => {
    if (key === null) return []
    const answer: KeptVote = { ballot, seq, lastSeq: last.seq, ...(secret ? {} : { choice, salt }) }
    return [{ actor: account, key, request, answer }]
  })
  await tx`
    with e as (
      insert into entry (community, chain, seq, kind, recorded_at, bytes, head)
      select ${community}::uuid, ${chain}, seq, ${kind}, ${at}::timestamptz, convert_to(bytes, 'UTF8'), decode(head, 'hex')
      from jsonb_to_recordset(${JSON.stringify(entries)}::text::jsonb) as r(seq int, bytes text, head text)
    ), i as (
      insert into idempotency (community, actor, key, request, status, answer, recorded_at)
      select ${community}::uuid, actor, key, request, 201, answer, ${at}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(kept)}::text::jsonb) as r(actor uuid, key text, request text, answer jsonb)
    ), s as (
      insert into signed_head (community, chain, seq, jws) values (${community}, ${chain}, ${last.seq}, ${signedHead})
    )
    update chain set seq = ${last.seq}, head = decode(${toHex(last.head)}, 'hex'), last_at = ${at}::timestamptz
    where community = ${community} and name = ${chain}`
}
