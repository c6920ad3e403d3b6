-- Rosters over time: every stay of a person on the roster, seats that end on a day known before, and excused absences.

-- So that a constraint may say of a person's rows that their days do not overlap.
create extension if not exists btree_gist;

create table residence (
  community uuid not null,
  id uuid not null,
  person uuid not null,
  household uuid not null,
  starts_on date not null,
  ends_on date,
  ended_by text constraint "a stay ends by moving, death, another household or otherwise" check (ended_by in ('moved', 'died', 'household', 'other')),
  primary key (community, id),
  foreign key (community, person) references person,
  foreign key (community, household) references household,
  constraint "a stay does not end before it starts" check (ends_on >= starts_on),
  constraint "a stay that ends has its cause" check ((ends_on is null) = (ended_by is null)),
  constraint "a person lives in one household at a time" exclude using gist (community with =, person with =, daterange(starts_on, ends_on) with &&)
);
create index "stays by household" on residence (community, household);
comment on table residence is 'Who stood on the roster in which household from when to when; what a person''s own row says of it is the newest stay.';
comment on column residence.community is 'The community of which the person is a resident.';
comment on column residence.id is 'What tells two stays apart; UUIDv7.';
comment on column residence.person is 'The person who stays.';
comment on column residence.household is 'The household to which the person belongs for this time.';
comment on column residence.starts_on is 'The first day of the stay, at +08:00.';
comment on column residence.ends_on is 'The day from which it is over; null while nothing ends it. The same day as the first for a stay that never was.';
comment on column residence.ended_by is 'moved, died, household (the person goes on in another household) or other; null while nothing ends it.';

alter table residence enable row level security;
alter table residence force row level security;
create policy "one community at a time" on residence using (community = current_community()) with check (community = current_community());
grant select, insert, update (ends_on, ended_by) on residence to yishi_app;

-- The stays of those who were here before this file, community by community since the owner is bound by the policies too.
do $$
declare c uuid;
begin
  for c in select id from community loop
    perform set_config('app.community', c::text, true);
    insert into residence (community, id, person, household, starts_on, ends_on, ended_by)
    select community, gen_random_uuid(), id, household, joined_on, left_on, case when left_on is not null then 'other' end from person;
  end loop;
  perform set_config('app.community', '', true);
end $$;

-- What a correction may put right, and whoever comes back joins again.
grant update (sex, birth, part, id_hash, id_sealed, id_last_four, joined_on) on person to yishi_app;
comment on column person.household is 'The household of the newest stay.';
comment on column person.joined_on is 'The first day of the newest unbroken time on the roster, at +08:00; earlier ones are among the stays.';
comment on column person.left_on is 'The day from which the person is no longer on the roster (moved, died), which may lie ahead; null while none is known.';

-- A seat may end on a day that lies ahead, and may be over before it began.
drop index "a person has one running seat in a body";
alter table seat drop constraint "a seat ends after it starts";
alter table seat add constraint "a seat does not end before it starts" check (ends_on >= starts_on);
alter table seat add constraint "a person has one seat in a body at a time" exclude using gist (community with =, body with =, person with =, daterange(starts_on, ends_on) with &&);
comment on column seat.ends_on is 'The day from which the seat is vacant, which may lie ahead; null while none is known. The same day as the first for a seat that was never taken.';

create table excuse (
  community uuid not null,
  meeting uuid not null,
  person uuid not null,
  reason text not null,
  noted_at timestamptz not null,
  constraint "a member is excused once from a meeting" primary key (community, meeting, person),
  foreign key (community, meeting) references meeting,
  foreign key (community, person) references person,
  foreign key (community, reason) references disclosure
);
comment on table excuse is 'Who asked to be excused from a meeting (请假) before it ended; an excused absence is not counted against a seat.';
comment on column excuse.community is 'The community whose body meets.';
comment on column excuse.meeting is 'The meeting from which the member is excused.';
comment on column excuse.person is 'The member, who stands on its roll.';
comment on column excuse.reason is 'The reason given, as the commitment of an erasable disclosure; seen by the office.';
comment on column excuse.noted_at is 'When the clerk entered it.';

alter table excuse enable row level security;
alter table excuse force row level security;
create policy "one community at a time" on excuse using (community = current_community()) with check (community = current_community());
grant select, insert on excuse to yishi_app;
