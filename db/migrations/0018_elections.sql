-- Elections on paper: polls, and who received a paper; and ballots in which no phone takes part.

create table poll (
  community uuid not null,
  id uuid not null,
  proposal uuid not null,
  meeting uuid not null,
  roll uuid not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  result jsonb,
  primary key (community, id),
  foreign key (community, proposal) references proposal,
  foreign key (community, meeting) references meeting,
  foreign key (community, roll) references roll,
  constraint "a closed poll has its result" check ((closed_at is null) = (result is null))
);
comment on table poll is 'Votes of an election (选举投票), on paper alone: its boxes are counted, and nothing here takes a mark.';
comment on column poll.community is 'The community whose committee is elected.';
comment on column poll.id is 'UUIDv7; the record names it.';
comment on column poll.proposal is 'The case of the election.';
comment on column poll.meeting is 'The meeting as which the voters were called.';
comment on column poll.roll is 'The frozen roll of voters.';
comment on column poll.opened_at is 'When the first paper could be given out.';
comment on column poll.closed_at is 'When it was closed; null while it runs.';
comment on column poll.result is 'What it came to, office by office, with its grounds: a copy of what the record comes to.';

create table paper_issue (
  community uuid not null,
  poll uuid not null,
  voter uuid not null,
  roll uuid not null,
  proxy uuid,
  issued_at timestamptz not null,
  constraint "one paper a voter" primary key (community, poll, voter),
  foreign key (community, poll) references poll,
  constraint "a paper is given to a voter of the roll" foreign key (community, roll, voter) references roll_entry (community, roll, person),
  foreign key (community, proxy) references person
);
comment on table paper_issue is 'Whose paper was given out (领取选票), once a voter, whoever received it.';
comment on column paper_issue.community is 'The community whose committee is elected.';
comment on column paper_issue.poll is 'The poll whose paper it is.';
comment on column paper_issue.voter is 'Whose paper it is.';
comment on column paper_issue.roll is 'The frozen roll that the voter stands on.';
comment on column paper_issue.proxy is 'Who received it for the voter, by a proxy in writing; null where the voter came.';
comment on column paper_issue.issued_at is 'When it was given out.';

alter table ballot add column paper_only boolean not null default false;
comment on column ballot.paper_only is 'True where votes come on paper alone and a phone is refused: recalls.';

do $$
declare t text;
begin
  foreach t in array array['poll', 'paper_issue'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy "one community at a time" on %I using (community = current_community()) with check (community = current_community())', t);
    execute format('grant select, insert on %I to yishi_app', t);
  end loop;
end $$;
grant update (closed_at, result) on poll to yishi_app;

alter table attestation drop constraint "an attestation is of a known sort";
alter table attestation add constraint "an attestation is of a known sort" check (sort in ('event', 'case', 'meeting', 'erratum', 'correction', 'papers', 'hands', 'vote-change', 'tally', 'poll'));
comment on column attestation.sort is 'What is attested: an event of a proposal, an old case, a whole paper meeting, an erratum, the correction of a count; of an open ballot papers, a count of hands, a vote put right, or the tally of secret papers; the boxes of an election.';
