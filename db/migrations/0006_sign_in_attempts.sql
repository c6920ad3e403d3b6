-- Passwords are not to be guessed by trying: what failed in a row is counted, and slowed down.

create table sign_in_attempt (
  community uuid not null references community,
  login_hash text not null constraint "a login is counted by its SHA-256 in hex" check (login_hash ~ '^[0-9a-f]{64}$'),
  failures integer not null constraint "failures count from none" check (failures >= 0),
  last_at timestamptz not null,
  primary key (community, login_hash)
);
comment on table sign_in_attempt is 'Sign-ins by password that failed in a row, for logins that exist and that do not; gone with the first that succeeds.';
comment on column sign_in_attempt.community is 'The community in which it was tried.';
comment on column sign_in_attempt.login_hash is 'SHA-256 of what was typed as login: people type passwords there by mistake.';
comment on column sign_in_attempt.failures is 'How many were tried since the last success; an attempt under way counts.';
comment on column sign_in_attempt.last_at is 'When the last one was tried.';

alter table sign_in_attempt enable row level security;
alter table sign_in_attempt force row level security;
create policy "one community at a time" on sign_in_attempt using (community = current_community()) with check (community = current_community());
grant select, insert, delete, update (failures, last_at) on sign_in_attempt to yishi_app;
