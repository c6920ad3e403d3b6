-- Meetings with their frozen rolls, ballots and votes.

create table meeting (
  community uuid not null references community,
  id uuid not null,
  body text not null,
  mode text constraint "an assembly meets by persons or by households" check (mode in ('persons', 'households')),
  on_day date not null,
  at timestamptz not null,
  sent_on date not null,
  presider uuid not null,
  place text not null,
  outcome text constraint "a meeting was held, lacked its quorum or was postponed" check (outcome in ('held', 'no-quorum', 'postponed')),
  called_at timestamptz not null,
  primary key (community, id),
  foreign key (community, body) references body,
  foreign key (community, presider) references person,
  foreign key (community, place) references disclosure
);
comment on table meeting is 'Sittings of a body as they were called (会议通知); open to all who are signed in.';
comment on column meeting.community is 'The community whose body meets.';
comment on column meeting.id is 'UUIDv7; also the name of its chain.';
comment on column meeting.body is 'The body that is called.';
comment on column meeting.mode is 'Whether an assembly meets by persons or by households, chosen before it is called; null for other bodies.';
comment on column meeting.on_day is 'The day of the meeting, at +08:00; the law''s days are counted back from it.';
comment on column meeting.at is 'The instant at which it begins.';
comment on column meeting.sent_on is 'The day on which the call was sent, at +08:00; competence to call is judged by the law of this day.';
comment on column meeting.presider is 'Who presides, a member on the roll.';
comment on column meeting.place is 'Where it meets, as the commitment of an erasable disclosure.';
comment on column meeting.outcome is 'held, no-quorum or postponed; null until it has ended.';
comment on column meeting.called_at is 'When the call was entered, and the roll frozen.';

create table agenda (
  community uuid not null,
  meeting uuid not null,
  proposal uuid not null,
  stage text not null,
  draft integer not null,
  place integer not null constraint "agenda items count from one" check (place >= 1),
  primary key (community, meeting, proposal, stage),
  foreign key (community, meeting) references meeting,
  foreign key (community, proposal) references proposal,
  foreign key (community, proposal, draft) references draft
);
create index "agenda of a proposal" on agenda (community, proposal);
comment on table agenda is 'The proposals on a meeting''s agenda (议程), each with the stage and draft that it is called for.';
comment on column agenda.community is 'The community whose body meets.';
comment on column agenda.meeting is 'The meeting that is to decide.';
comment on column agenda.proposal is 'The proposal to be decided.';
comment on column agenda.stage is 'The stage of the procedure that the meeting is to serve.';
comment on column agenda.draft is 'The number of the draft that was sent with the call.';
comment on column agenda.place is 'The item''s place on the agenda, from 1.';

create table roll (
  community uuid not null,
  id uuid not null,
  meeting uuid not null,
  root text not null constraint "a roll's root is SHA-256 in hex" check (root ~ '^[0-9a-f]{64}$'),
  primary key (community, id),
  foreign key (community, meeting) references meeting,
  constraint "a meeting has one roll" unique (community, meeting),
  constraint "a roll is of one meeting" unique (community, id, meeting)
);
comment on table roll is 'The roll of a meeting (应到名册), frozen when it is called.';
comment on column roll.community is 'The community whose body meets.';
comment on column roll.id is 'What ballots and voters name the roll by; UUIDv7.';
comment on column roll.meeting is 'The meeting; it has one roll.';
comment on column roll.root is 'SHA-256 over the sorted list of members and their groups, in hex; the proposals'' chains name it.';

create table roll_entry (
  community uuid not null,
  roll uuid not null,
  person uuid not null,
  groups text[] not null,
  primary key (community, roll, person),
  foreign key (community, roll) references roll,
  foreign key (community, person) references person
);
comment on table roll_entry is 'Who is entitled at a meeting (应到), one row a member.';
comment on column roll_entry.community is 'The community whose body meets.';
comment on column roll_entry.roll is 'The roll on which the member stands.';
comment on column roll_entry.person is 'The member who is entitled.';
comment on column roll_entry.groups is 'The groups counted apart for this member, such as women, as they were when the roll was frozen.';

create table attendance (
  community uuid not null,
  meeting uuid not null,
  person uuid not null,
  door text not null constraint "a member signs in by phone or at the clerk's table" check (door in ('phone', 'clerk')),
  signed_in_at timestamptz not null,
  left_at timestamptz,
  primary key (community, meeting, person),
  foreign key (community, meeting) references meeting,
  foreign key (community, person) references person
);
comment on table attendance is 'Who signed in at a meeting (签到), by whichever door, once.';
comment on column attendance.community is 'The community whose body meets.';
comment on column attendance.meeting is 'The meeting at which the member signed in.';
comment on column attendance.person is 'Who is in the hall.';
comment on column attendance.door is 'phone (with the code shown in the hall) or clerk (at the table).';
comment on column attendance.signed_in_at is 'When the member signed in.';
comment on column attendance.left_at is 'When the member left early and stopped counting as present; null while in the hall.';

create table ballot (
  community uuid not null,
  id uuid not null,
  proposal uuid not null,
  meeting uuid not null,
  stage text not null,
  draft integer not null,
  motion text not null constraint "a motion agrees, agrees with changes, returns or refuses" check (motion in ('agree', 'agree-amended', 'return', 'refuse')),
  roll uuid not null,
  roll_call text not null constraint "a roll call is shown to all, to members or as totals" check (roll_call in ('public', 'members', 'totals')),
  opened_at timestamptz not null,
  closed_at timestamptz,
  tally jsonb,
  carried boolean,
  primary key (community, id),
  foreign key (community, meeting, proposal, stage) references agenda,
  foreign key (community, proposal, draft) references draft,
  constraint "a ballot is counted over its meeting's roll" foreign key (community, roll, meeting) references roll (community, id, meeting),
  constraint "a ballot has one roll" unique (community, id, roll),
  constraint "a closed ballot has its tally and its answer" check ((closed_at is null) = (tally is null) and (closed_at is null) = (carried is null))
);
create unique index "a proposal has one ballot open at a time" on ballot (community, proposal) where closed_at is null;
create index "ballots of a proposal" on ballot (community, proposal, opened_at);
comment on table ballot is 'Questions put to a meeting (表决): an agenda item, a draft, a motion, a frozen roll; no interim tally is shown to anybody.';
comment on column ballot.community is 'The community whose body decides.';
comment on column ballot.id is 'What votes and the record name the ballot by; UUIDv7.';
comment on column ballot.proposal is 'The proposal put to the vote.';
comment on column ballot.meeting is 'The meeting that votes.';
comment on column ballot.stage is 'The stage whose rule decides.';
comment on column ballot.draft is 'The number of the draft on which is voted.';
comment on column ballot.motion is 'The answer put to the vote: agree (同意), agree-amended (修改后同意), return (退回修改) or refuse (不同意).';
comment on column ballot.roll is 'The meeting''s roll, over which is counted.';
comment on column ballot.roll_call is 'Who sees who voted what once it is closed: everybody, members and officers, or nobody but totals.';
comment on column ballot.opened_at is 'When the roll was called and the question put.';
comment on column ballot.closed_at is 'When the vote was closed and counted; null while it is open.';
comment on column ballot.tally is 'The count and each ground with have and need, as JSON; null while open.';
comment on column ballot.carried is 'Whether the motion was carried, as its grounds say; null while open.';

create table voter (
  community uuid not null,
  ballot uuid not null,
  person uuid not null,
  roll uuid not null,
  primary key (community, ballot, person),
  constraint "a voter stands on the ballot's own roll" foreign key (community, ballot, roll) references ballot (community, id, roll),
  foreign key (community, roll, person) references roll_entry
);
comment on table voter is 'Who was present at the roll call of a ballot and so may vote (实到); frozen when it opens.';
comment on column voter.community is 'The community whose body decides.';
comment on column voter.ballot is 'The ballot in which the member may vote.';
comment on column voter.person is 'The member who was present.';
comment on column voter.roll is 'The ballot''s own roll, on which the member stands.';

create table vote (
  community uuid not null,
  ballot uuid not null,
  person uuid not null,
  choice text not null constraint "a choice is yes, no or abstain" check (choice in ('yes', 'no', 'abstain')),
  salt bytea not null constraint "a vote's salt has 128 bits" check (octet_length(salt) = 16),
  commitment text not null constraint "a vote's commitment is SHA-256 in hex" check (commitment ~ '^[0-9a-f]{64}$'),
  constraint "one voter, one vote" primary key (community, ballot, person),
  constraint "a vote is cast by somebody present at the roll call" foreign key (community, ballot, person) references voter
);
comment on table vote is 'Recorded votes (记名表决), one voter one vote, only ever added; shown after the close to those whom the ballot''s roll call names.';
comment on column vote.community is 'The community whose body decides.';
comment on column vote.ballot is 'The ballot in which the vote was cast.';
comment on column vote.person is 'Who cast it, present at the roll call.';
comment on column vote.choice is 'yes, no or abstain (赞成, 反对, 弃权); in the record only as its commitment.';
comment on column vote.salt is '128 random bits, without which yes and no could be guessed from the commitment.';
comment on column vote.commitment is 'SHA-256 of salt and choice in hex, as the entry vote.cast holds it.';

create table secret_choice (
  community uuid not null,
  ballot uuid not null,
  id uuid not null,
  choice text not null,
  primary key (community, ballot, id),
  foreign key (community, ballot) references ballot
);
comment on table secret_choice is 'Choices of a secret ballot (无记名), without voter, time or order; rewritten in shuffled order at the close. Secret from users and exports, not from the operator of the database.';
comment on column secret_choice.community is 'The community whose body decides.';
comment on column secret_choice.ballot is 'The ballot to which the choice belongs.';
comment on column secret_choice.id is 'A random UUID (version 4), so that nothing tells when it was made.';
comment on column secret_choice.choice is 'The option chosen, or spoiled for an invalid paper vote; tied to nobody.';
