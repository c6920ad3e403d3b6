-- How often a community was changed: what is drawn for everybody is drawn anew when this number, or the length of its
-- chains, has grown.

create table change_count (
  community uuid not null,
  slot uuid not null,
  changes bigint not null constraint "changes are counted from one" check (changes > 0),
  primary key (community, slot),
  foreign key (community) references community
);
comment on table change_count is 'How many transactions have changed a community, beside what its chains tell: the sum of its rows. Made anew by a restored backup.';
comment on column change_count.community is 'The community that was changed.';
comment on column change_count.slot is 'What tells two rows apart: transactions at the same time count in rows of their own, so that none waits for another.';
comment on column change_count.changes is 'How many transactions have counted themselves here.';
alter table change_count enable row level security;
alter table change_count force row level security;
create policy "one community at a time" on change_count using (community = current_community()) with check (community = current_community());
grant select, insert, update (changes) on change_count to yishi_app;

create function count_change() returns trigger language plpgsql as $$
declare c uuid;
begin
  -- The owner may write without saying where: then everywhere.
  for c in select id from community where id = coalesce(current_community(), id) loop
    update change_count set changes = changes + 1 where community = c
      and slot = (select slot from change_count where community = c order by slot limit 1 for update skip locked);
    if not found then
      insert into change_count (community, slot, changes) values (c, gen_random_uuid(), 1);
    end if;
  end loop;
  perform set_config('app.counted', 'in ' || coalesce(current_setting('app.community', true), ''), true);
  return null;
end $$;
comment on function count_change is 'Counts a transaction that changes something, once; what is undone has not counted.';

create function count_changes_of(t text) returns void language plpgsql as $$
begin
  execute format($f$create trigger "changes are counted" after insert or update or delete or truncate on %I
    when (current_setting('app.counted', true) is distinct from 'in ' || coalesce(current_setting('app.community', true), ''))
    execute function count_change()$f$, t);
end $$;
comment on function count_changes_of is 'Counts the changes of a table from now on; each new table asks for it unless the chains tell of its changes or no visitor is shown them.';

-- Left out: what is written only together with an entry, above all by a vote, and what shows on no page for everybody.
select count_changes_of(table_name) from information_schema.columns
  where table_schema = 'public' and column_name = case table_name when 'community' then 'id' else 'community' end
    and table_name not in ('chain', 'entry', 'signed_head', 'vote', 'participation', 'secret_choice', 'idempotency',
      'session', 'sign_in_attempt', 'outbox', 'change_count')
  order by table_name;

create function last_change(c uuid, ahead double precision) returns text language plpgsql as $$
begin
  perform set_config('app.community', c::text, true);
  return concat_ws('.',
    (select coalesce(sum(changes), 0) from change_count where community = c),
    (select coalesce(sum(seq), 0) from chain where community = c),
    floor((extract(epoch from clock_timestamp()) + ahead / 1000) / 60));
end $$;
comment on function last_change is 'How far a community has come, in one question: its changes, the entries of its chains, and the minute by a clock so many milliseconds ahead.';
