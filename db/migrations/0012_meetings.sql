-- What a committee does around a meeting: presiders, observers, amended rolls, demands, and the party's discussions.

alter table meeting add column presides_as text;
alter table meeting add column demand uuid;
alter table meeting add column adjourned integer not null default 0 constraint "adjournments count from none" check (adjourned >= 0);
comment on column meeting.presides_as is 'The body whose seat lets the presider preside; null where none does.';
comment on column meeting.demand is 'The demand that the meeting answers; null where the committee called it of itself.';
comment on column meeting.adjourned is 'How often it was adjourned to another day.';
grant update (on_day, at, presider, presides_as, adjourned) on meeting to yishi_app;

-- Between the call and the roll call a roll is amended by the listed causes, each an entry of the meeting's chain.
grant update (root) on roll to yishi_app;
grant delete on roll_entry to yishi_app;
-- After an adjournment people sign in anew.
grant update (door, signed_in_at) on attendance to yishi_app;

create table observer (
  community uuid not null,
  id uuid not null,
  meeting uuid not null,
  name text not null,
  capacity text not null,
  person uuid,
  noted_at timestamptz not null,
  primary key (community, id),
  foreign key (community, meeting) references meeting,
  foreign key (community, name) references disclosure,
  foreign key (community, person) references person
);
create index "observers of a meeting" on observer (community, meeting);
comment on table observer is 'Who sits in without a seat (列席): listed, never counted.';
comment on column observer.community is 'The community it belongs to.';
comment on column observer.id is 'UUIDv7; the record names the observer by it.';
comment on column observer.meeting is 'The meeting sat in on.';
comment on column observer.name is 'The name, as the commitment of an erasable disclosure.';
comment on column observer.capacity is 'As what: a word such as supervisor, expert, township, unit or resident.';
comment on column observer.person is 'The resident, where it is one.';
comment on column observer.noted_at is 'When it was noted.';

create table demand (
  community uuid not null references community,
  id uuid not null,
  body text not null,
  signers text not null constraint "adults, households or representatives sign" check (signers in ('adults', 'households', 'representatives')),
  text text not null,
  opened_at timestamptz not null,
  primary key (community, id),
  foreign key (community, body) references body,
  foreign key (community, text) references disclosure
);
comment on table demand is 'Demands that a meeting be called (联名提议), with what it is to discuss.';
comment on column demand.community is 'The community it belongs to.';
comment on column demand.id is 'UUIDv7; what signatures and meetings name it by.';
comment on column demand.body is 'The body to be called.';
comment on column demand.signers is 'Whose signatures count: adults, households (one each), or the elected representatives.';
comment on column demand.text is 'What is to be discussed, as the commitment of an erasable disclosure.';
comment on column demand.opened_at is 'When it was opened.';
alter table meeting add foreign key (community, demand) references demand;

create table demand_signature (
  community uuid not null,
  demand uuid not null,
  person uuid not null,
  signed_at timestamptz not null,
  constraint "one person signs a demand once" primary key (community, demand, person),
  foreign key (community, demand) references demand,
  foreign key (community, person) references person
);
comment on table demand_signature is 'Who signed a demand; who counts is looked up on the roll when the meeting is called.';
comment on column demand_signature.community is 'The community it belongs to.';
comment on column demand_signature.demand is 'The demand that was signed.';
comment on column demand_signature.person is 'Who signed it.';
comment on column demand_signature.signed_at is 'When it was entered.';

create table discussion (
  community uuid not null references community,
  id uuid not null,
  body text not null,
  held_on date not null,
  agreed boolean not null,
  text text not null,
  recorded_at timestamptz not null,
  primary key (community, id),
  foreign key (community, body) references body,
  foreign key (community, text) references disclosure
);
comment on table discussion is 'The party organisation''s discussions of matters that others decide later; several cases may cite one.';
comment on column discussion.community is 'The community it belongs to.';
comment on column discussion.id is 'UUIDv7; what the cases cite.';
comment on column discussion.body is 'The party body that discussed.';
comment on column discussion.held_on is 'The day, at +08:00.';
comment on column discussion.agreed is 'Whether it agreed.';
comment on column discussion.text is 'The minutes, as the commitment of an erasable disclosure.';
comment on column discussion.recorded_at is 'When it was entered.';

-- Comments kept back for a published reason, and objections taken to the office above.
alter table comment add column admitted boolean not null default true;
alter table comment add column kept_back text constraint "a comment is kept back for a published reason" check (kept_back in ('insult', 'personal-data', 'off-topic', 'unlawful', 'duplicate', 'advertising'));
alter table comment add column escalated text constraint "an objection is taken to the township or sub-district" check (escalated in ('township', 'sub-district'));
alter table comment add constraint "a comment kept back has its reason" check (admitted = (kept_back is null));
alter table comment add constraint "only an objection is taken above" check (objection or escalated is null);
comment on column comment.admitted is 'False while it is kept back: it is not shown and holds nothing up.';
comment on column comment.kept_back is 'The published reason for which it is kept back; null while it is admitted.';
comment on column comment.escalated is 'The office above that decides the objection; null while it is the body''s named in the adoption.';
grant update (admitted, kept_back, escalated) on comment to yishi_app;

-- A corrected slip of the pen changes the text of a posted draft, not its number.
grant update (text) on draft to yishi_app;
-- A proposal merged into another takes its topics along (the topic's own right to change its proposal is granted already).
alter table proposal add column continues uuid;
alter table proposal add foreign key (community, continues) references proposal;
comment on column proposal.continues is 'The ended proposal that this one takes up again: referred up, expired, or put again after a correction; null where it is new.';

do $$
declare t text;
begin
  foreach t in array array['observer', 'demand', 'demand_signature', 'discussion'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy "one community at a time" on %I using (community = current_community()) with check (community = current_community())', t);
    execute format('grant select, insert on %I to yishi_app', t);
  end loop;
end $$;
