-- Who sees which rows, and what the application may change.

-- One community in a transaction; the owner is bound too.
do $$
declare t text;
begin
  for t in select table_name from information_schema.columns where table_schema = 'public' and column_name = 'community' loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy "one community at a time" on %I using (community = current_community()) with check (community = current_community())', t);
    execute format('grant select, insert on %I to yishi_app', t);
  end loop;
end $$;

-- The directory of communities is public; founding one is the administrator's, in a transaction of that community.
alter table community enable row level security;
alter table community force row level security;
create policy "communities are listed" on community for select using (true);
create policy "a community is founded in its own name" on community for insert with check (id = current_community());
grant select, insert on community to yishi_app;

-- What the application may change beside adding.
grant update (salt, text, erased_at) on disclosure to yishi_app;
grant update (left_on, household, name, phone) on person to yishi_app;
grant update (ends_on) on seat to yishi_app;
grant update (password, slip, slip_expires_at, slip_used_at, disabled_at) on account to yishi_app;
grant update (ended_at) on session to yishi_app;
grant update (ended_at) on role to yishi_app;
grant update (matter, stage, step, missed, ending, state, moved_at) on proposal to yishi_app;
grant update (proposal, answer) on topic to yishi_app;
grant update (seq, head, last_at, sealed_seq) on chain to yishi_app;
grant update (approved_by) on draft to yishi_app;
grant update (closed_at) on posting to yishi_app;
grant update (answer, reason, upheld) on comment to yishi_app;
grant update (outcome) on meeting to yishi_app;
grant update (left_at) on attendance to yishi_app;
grant update (closed_at, tally, carried) on ballot to yishi_app;
grant update (sent_at) on outbox to yishi_app;
grant delete on secret_choice, idempotency to yishi_app;
