-- Ballots as a hall takes them: by several doors and in several ways, over rolls that weigh more than heads.

alter table roll_entry add column household uuid;
alter table roll_entry add column area bigint constraint "a share of area is none or more" check (area >= 0);
alter table roll_entry add column represented integer constraint "households represented count from none" check (represented >= 0);
alter table roll_entry add foreign key (community, household) references household;
create unique index "a household stands on a roll once" on roll_entry (community, roll, household) where household is not null;
comment on column roll_entry.household is 'The household that the member stands for where an assembly meets by households; null elsewhere.';
comment on column roll_entry.area is 'Exclusive area in 0.01 m² where the roll is weighed by it; null elsewhere.';
comment on column roll_entry.represented is 'How many households stand behind the member where the roll is weighed by them; null elsewhere.';

alter table attendance drop constraint "a member signs in by phone or at the clerk's table";
alter table attendance add constraint "a member signs in by phone, slip, clerk or from afar" check (door in ('phone', 'slip', 'clerk', 'remote'));
alter table attendance add column in_person uuid;
alter table attendance add foreign key (community, in_person) references person;
comment on column attendance.door is 'phone (with the code shown in the hall), slip (scanned at the door), clerk (at the table) or remote (a phone outside, where the body''s rule admits it).';
comment on column attendance.in_person is 'Who came for the member: another adult of the household, or a proxy; null where the member came.';
grant update (in_person) on attendance to yishi_app;

alter table ballot add column voting text not null default 'recorded' constraint "a ballot is recorded, secret or counted by hands" check (voting in ('recorded', 'secret', 'counted'));
alter table ballot add column circulated boolean not null default false;
alter table ballot add column until timestamptz;
alter table ballot add column may_vote integer constraint "voters count from none" check (may_vote >= 0);
alter table ballot add column voided boolean not null default false;
comment on column ballot.voting is 'recorded (记名), secret (无记名) or counted (举手计数).';
comment on column ballot.circulated is 'True where written ballots go round for days instead of a vote in a hall.';
comment on column ballot.until is 'When its term ends: a vote before it counts, and nobody closes it sooner while a voter is out; null where the presider closes it.';
comment on column ballot.may_vote is 'How many may vote: those called present, or the whole roll where it circulates, without the recused.';
comment on column ballot.voided is 'True where more papers came back than were issued and nothing was decided.';
grant update (voided) on ballot to yishi_app;

alter table vote drop constraint "a choice is yes, no or abstain";
alter table vote add constraint "a choice is yes, no, abstain or a spoiled paper" check (choice in ('yes', 'no', 'abstain', 'spoiled'));
alter table vote add column door text not null default 'phone' constraint "a vote comes by a known door" check (door in ('phone', 'paper', 'hands', 'assisted', 'visit'));
alter table vote add column cast_by uuid;
alter table vote add foreign key (community, cast_by) references person;
alter table vote add constraint "a phone does not spoil its vote" check (choice <> 'spoiled' or door in ('paper', 'visit'));
comment on column vote.choice is 'yes, no or abstain (赞成, 反对, 弃权), or spoiled for an over-marked paper; in the record only as its commitment.';
comment on column vote.door is 'phone, paper, hands (by name), assisted (said to a clerk) or visit (written and fetched at the door).';
comment on column vote.cast_by is 'Who cast it for the voter: another adult of the household, or a proxy; null where the voter did.';

alter table vote_correction drop constraint "a corrected choice is yes, no or abstain";
alter table vote_correction add constraint "a corrected choice is yes, no, abstain or spoiled" check (choice in ('yes', 'no', 'abstain', 'spoiled'));

create table recusal (
  community uuid not null,
  meeting uuid not null,
  proposal uuid not null,
  person uuid not null,
  reason text not null,
  noted_at timestamptz not null,
  constraint "a member is recused from an item once" primary key (community, meeting, proposal, person),
  foreign key (community, meeting) references meeting,
  foreign key (community, proposal) references proposal,
  foreign key (community, person) references person,
  foreign key (community, reason) references disclosure
);
comment on table recusal is 'Who does not vote on an item of a meeting (回避), and why; the law says whether the base is smaller for it.';
comment on column recusal.community is 'The community it belongs to.';
comment on column recusal.meeting is 'The meeting with the item.';
comment on column recusal.proposal is 'The item of its agenda.';
comment on column recusal.person is 'Who is recused.';
comment on column recusal.reason is 'Why, as the commitment of an erasable disclosure.';
comment on column recusal.noted_at is 'When it was noted.';

do $$
declare t text;
begin
  foreach t in array array['recusal'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy "one community at a time" on %I using (community = current_community()) with check (community = current_community())', t);
    execute format('grant select, insert on %I to yishi_app', t);
  end loop;
end $$;
