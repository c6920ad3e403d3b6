-- What is counted beside heads: who owns which unit from when to when, the households behind a representative; and votes entrusted to another.

-- Nothing was ever kept of units: they were a household's, and are now somebody's who owns them, or the developer's.
alter table unit drop column household;
alter table unit add column number text not null;
alter table unit add constraint "a unit number stands once in a community" unique (community, number);
comment on column unit.id is 'What the record calls it; UUIDv7.';
comment on column unit.number is 'How the place calls it, such as 3-2-501.';
comment on column unit.area is 'Exclusive floor area in 0.01 m² as last recorded, an integer.';
grant update (area) on unit to yishi_app;

create table tenure (
  community uuid not null,
  id uuid not null,
  unit uuid not null,
  owner uuid not null,
  developer boolean not null,
  starts_on date not null,
  ends_on date,
  primary key (community, id),
  foreign key (community, unit) references unit,
  foreign key (community, owner) references person,
  constraint "a tenure does not end before it starts" check (ends_on >= starts_on),
  constraint "a unit has one owner at a time" exclude using gist (community with =, unit with =, daterange(starts_on, ends_on) with &&)
);
create index "tenures by owner" on tenure (community, owner);
comment on table tenure is 'Who owned which unit from when to when; co-owners name one of them.';
comment on column tenure.community is 'The community in which the unit lies.';
comment on column tenure.id is 'What tells two tenures apart; UUIDv7.';
comment on column tenure.unit is 'The unit that is owned.';
comment on column tenure.owner is 'The owner, or the one whom several co-owners named; for the developer, the person who represents it.';
comment on column tenure.developer is 'True where the developer still has it, unsold or not delivered: all such units together are one head.';
comment on column tenure.starts_on is 'The first day of it, at +08:00.';
comment on column tenure.ends_on is 'The day from which another owns it; null while nobody else does.';
grant update (ends_on) on tenure to yishi_app;

alter table seat add column represents integer constraint "households behind a representative count from none" check (represents >= 0);
comment on column seat.represents is 'How many households stand behind a representative; null where nobody said so.';

-- Whose household somebody votes for is asked by the person.
create index "stays by person" on residence (community, person);

create table proxy (
  community uuid not null,
  id uuid not null,
  meeting uuid not null,
  principal uuid not null,
  proxy uuid not null,
  document text not null,
  given_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (community, id),
  foreign key (community, meeting) references meeting,
  foreign key (community, principal) references person,
  foreign key (community, proxy) references person,
  foreign key (community, document) references disclosure,
  constraint "a proxy is withdrawn after it is given" check (withdrawn_at >= given_at)
);
create unique index "a principal has one proxy for a meeting" on proxy (community, meeting, principal) where withdrawn_at is null;
create index "proxies by who holds them" on proxy (community, meeting, proxy);
comment on table proxy is 'Votes entrusted to another in writing (委托), for one meeting.';
comment on column proxy.community is 'The community whose body meets.';
comment on column proxy.id is 'What tells apart two that one principal gave one after the other; UUIDv7.';
comment on column proxy.meeting is 'The meeting, with all its ballots, for which it holds.';
comment on column proxy.principal is 'Whose vote it is; stands on the roll.';
comment on column proxy.proxy is 'Who may cast it for the principal.';
comment on column proxy.document is 'What the written proxy says and where it is kept, as the commitment of an erasable disclosure.';
comment on column proxy.given_at is 'When the clerk entered it.';
comment on column proxy.withdrawn_at is 'When it was withdrawn, unused; null while it holds.';
grant update (withdrawn_at) on proxy to yishi_app;

-- One answer for the door, the phone and the page: whom somebody stands for besides for himself.
create function stands_for(c uuid, on_roll uuid, at_meeting uuid, who uuid, today date) returns table (person uuid, household boolean) language sql stable parallel safe
begin atomic
  select e.person, true from roll_entry e
  where e.community = c and e.roll = on_roll and e.person <> who and e.household = (
    select d.household from residence d join person p on (p.community, p.id) = (d.community, d.person)
    where d.community = c and d.person = who and d.starts_on <= today and (d.ends_on is null or d.ends_on > today)
      and p.birth + interval '18 years' <= today)
  union all
  select x.principal, false from proxy x
  where x.community = c and x.meeting = at_meeting and x.proxy = who and x.withdrawn_at is null;
end;
comment on function stands_for is 'The members of a meeting''s roll for whom somebody else may sign in and vote: the one of the own household, if adult, where it meets by households, and whoever gave a proxy that holds; the second column says which.';

do $$
declare t text;
begin
  foreach t in array array['tenure', 'proxy'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy "one community at a time" on %I using (community = current_community()) with check (community = current_community())', t);
    execute format('grant select, insert on %I to yishi_app', t);
  end loop;
end $$;
