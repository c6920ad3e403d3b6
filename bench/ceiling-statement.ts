type Name =
  | 'community'
  | 'account'
  | 'session'
  | 'ballot'
  | 'chain'
  | 'choice'
  | 'salt'
  | 'commitment'
  | 'head'
  | 'bytes'
  | 'answer'

/**
 * The least that a vote must ask of this database: session, account, ballot, roll and key are checked; vote, entry, key and
 * chain are written. Each way of asking puts its own parameters or expressions.
 */
export const ceilingStatement = (put: (name: Name) => string): string => `
  with may as (
    select v.person from session s
    join account a on a.community = s.community and a.id = s.account and a.disabled_at is null
    join ballot b on b.community = s.community and b.id = ${put('ballot')} and b.closed_at is null
    join voter v on v.community = s.community and v.ballot = b.id and v.person = a.person
    where s.community = ${put('community')} and s.id = ${put('session')} and s.account = ${put('account')}
      and s.ended_at is null and s.expires_at > clock_timestamp()
      and not exists (select from idempotency i
        where i.community = ${put('community')} and i.actor = ${put('account')} and i.key = ${put('chain')})
  ), cast_vote as (
    insert into vote (community, ballot, person, choice, salt, commitment)
    select ${put('community')}, ${put('ballot')}, person, ${put('choice')}, ${put('salt')}, ${put('commitment')} from may
    on conflict do nothing returning person
  ), chained as (
    update chain set seq = seq + 1, head = ${put('head')}, last_at = clock_timestamp()
    where community = ${put('community')} and name = ${put('chain')} and exists (select from may) returning seq
  ), entered as (
    insert into entry (community, chain, seq, kind, recorded_at, bytes, head)
    select ${put('community')}, ${put('chain')}, seq, 'vote.cast', clock_timestamp(), ${put('bytes')}, ${put('head')} from chained
  ), kept as (
    insert into idempotency (community, actor, key, request, status, answer, recorded_at)
    select ${put('community')}, ${put('account')}, ${put('chain')}, ${put('commitment')}, 201, ${put('answer')}::text::jsonb, clock_timestamp()
    from chained
  )
  select person from cast_vote`
