-- The desk of a meeting: whom the convocation reached, what was said, and the minutes.

create table delivery (
  community uuid not null,
  meeting uuid not null,
  person uuid not null,
  how text not null constraint "a convocation is delivered in a known way" check (how in ('by-hand', 'household', 'at-the-door', 'telephone', 'message', 'letter')),
  on_day date not null,
  noted_at timestamptz not null,
  constraint "a delivery is noted once" primary key (community, meeting, person, how, on_day),
  foreign key (community, meeting) references meeting,
  foreign key (community, person) references person
);
comment on table delivery is 'How and when a convocation reached a member (会议通知送达); each way is kept, the first day counts.';
comment on column delivery.community is 'The community it belongs to.';
comment on column delivery.meeting is 'The meeting to which it called.';
comment on column delivery.person is 'Whom it reached.';
comment on column delivery.how is 'by-hand, household (left with the household), at-the-door, telephone, message or letter.';
comment on column delivery.on_day is 'The day on which it reached the member, at +08:00.';
comment on column delivery.noted_at is 'When it was entered.';

create table speech (
  community uuid not null,
  id uuid not null,
  meeting uuid not null,
  person uuid,
  observer uuid,
  proposal uuid,
  text text not null,
  noted_at timestamptz not null,
  primary key (community, id),
  foreign key (community, meeting) references meeting,
  foreign key (community, person) references person,
  foreign key (community, observer) references observer,
  foreign key (community, proposal) references proposal,
  foreign key (community, text) references disclosure,
  constraint "a member speaks, or an observer" check ((person is null) <> (observer is null))
);
create index "speeches of a meeting" on speech (community, meeting);
comment on table speech is 'What was said in a meeting, as the clerk noted it (发言记录); seen with the minutes.';
comment on column speech.community is 'The community it belongs to.';
comment on column speech.id is 'UUIDv7; the record names the speech by it.';
comment on column speech.meeting is 'The meeting in which it was said.';
comment on column speech.person is 'The member who spoke; null where an observer did.';
comment on column speech.observer is 'The observer who spoke; null where a member did.';
comment on column speech.proposal is 'The item of the agenda that it was about; null where it was about none.';
comment on column speech.text is 'What was said, as the commitment of an erasable disclosure.';
comment on column speech.noted_at is 'When it was noted.';

create table minutes (
  community uuid not null,
  meeting uuid not null,
  n integer not null constraint "versions of minutes count from one" check (n >= 1),
  text text not null,
  written_by uuid not null,
  written_at timestamptz not null,
  approved_at timestamptz,
  primary key (community, meeting, n),
  foreign key (community, meeting) references meeting,
  foreign key (community, text) references disclosure,
  foreign key (community, written_by) references account
);
create unique index "minutes are approved once" on minutes (community, meeting) where approved_at is not null;
comment on table minutes is 'The minutes of a meeting as the recorder wrote them, every version; the one that the presider approved is frozen.';
comment on column minutes.community is 'The community it belongs to.';
comment on column minutes.meeting is 'The meeting that they are of.';
comment on column minutes.n is 'The version, from 1; the newest is the one to be approved.';
comment on column minutes.text is 'The text, as the commitment of an erasable disclosure.';
comment on column minutes.written_by is 'The account of the recorder.';
comment on column minutes.written_at is 'When it was written.';
comment on column minutes.approved_at is 'When the presider approved this version; null for all others.';
grant update (approved_at) on minutes to yishi_app;

-- A presider without an account signs on paper, which somebody else confirms.
do $$
declare c record;
begin
  for c in select conname, pg_get_constraintdef(oid) as def from pg_constraint
    where conrelid = 'attestation'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%(sort = ANY%'
  loop
    execute format('alter table attestation drop constraint %I', c.conname);
    execute format('alter table attestation add constraint "an attestation is of a known sort" %s',
      replace(c.def, 'ARRAY[', 'ARRAY[''minutes''::text, '));
  end loop;
end $$;
comment on column attestation.sort is 'What is attested: an event of a proposal, an old case, a whole paper meeting, an erratum, the correction of a count; of an open ballot papers, a count of hands, a vote put right, or the tally of secret papers; the boxes of an election; the minutes that a presider signed.';

do $$
declare t text;
begin
  foreach t in array array['delivery', 'speech', 'minutes'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy "one community at a time" on %I using (community = current_community()) with check (community = current_community())', t);
    execute format('grant select, insert on %I to yishi_app', t);
  end loop;
end $$;
