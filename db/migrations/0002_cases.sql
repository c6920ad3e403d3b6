-- Procedures as adopted, topics, proposals, and what hangs on the wall for comment.

create table adoption (
  community uuid not null references community,
  id uuid not null,
  procedure text not null,
  hash text not null constraint "an adoption's hash is SHA-256 in hex" check (hash ~ '^[0-9a-f]{64}$'),
  expanded jsonb not null,
  adopted_at timestamptz not null,
  primary key (community, id)
);
comment on table adoption is 'Procedures as a community has adopted them (启用), every choice made; public, never changed, proposals stay pinned to theirs.';
comment on column adoption.community is 'The community that adopted it.';
comment on column adoption.id is 'What proposals and the record name the adoption by; UUIDv7.';
comment on column adoption.procedure is 'The procedure and its version, such as six-step@1.';
comment on column adoption.hash is 'SHA-256 of the canonical JSON of the expanded procedure, in hex; the record names it.';
comment on column adoption.expanded is 'The whole procedure as plain JSON with the provisions of law inlined, so that an old case replays for ever.';
comment on column adoption.adopted_at is 'When it was adopted.';

create table proposal (
  community uuid not null references community,
  id uuid not null,
  number integer not null constraint "proposals count from one" check (number >= 1),
  adoption uuid not null,
  title text not null,
  proposer uuid,
  matter text,
  stage text not null,
  step text,
  missed integer not null default 0 constraint "a quorum is missed from no times on" check (missed >= 0),
  ending text,
  state jsonb not null,
  opened_at timestamptz not null,
  moved_at timestamptz not null,
  primary key (community, id),
  foreign key (community, adoption) references adoption,
  foreign key (community, title) references disclosure,
  foreign key (community, proposer) references person,
  constraint "a proposal's number stands once in a community" unique (community, number),
  constraint "a case stands in a step or has ended" check ((step is null) = (ending is not null))
);
create index "proposals newest first" on proposal (community, opened_at desc, id desc);
comment on table proposal is 'Matters on their way through a procedure (议事事项); where each stands is a copy of what its record comes to, and open to all who are signed in.';
comment on column proposal.community is 'The community that deliberates.';
comment on column proposal.id is 'UUIDv7; also the name of its chain.';
comment on column proposal.number is 'The running number in the community, from 1, as it stands on paper notices.';
comment on column proposal.adoption is 'The adopted procedure that it follows to its end.';
comment on column proposal.title is 'The title, as the commitment of an erasable disclosure.';
comment on column proposal.proposer is 'The resident who proposed it and may withdraw it; null where nobody is named.';
comment on column proposal.matter is 'The legal class of the matter (事项类别), which says which body may decide; null until it is accepted.';
comment on column proposal.stage is 'The stage of the procedure in which it stands or ended.';
comment on column proposal.step is 'The step within the stage; null once it has ended.';
comment on column proposal.missed is 'How often the present meeting was called and lacked its quorum.';
comment on column proposal.ending is 'The cause of its end, such as closed, rejected or withdrawn; null while it runs.';
comment on column proposal.state is 'Where the state machine stands, as JSON; held against the replay of the record each time it is loaded.';
comment on column proposal.opened_at is 'When it was opened (立案).';
comment on column proposal.moved_at is 'When the record last said anything of it.';

create table topic (
  community uuid not null references community,
  id uuid not null,
  channel text not null constraint "a channel is one of those known" check (channel in ('online', 'letter-box', 'doorstep', 'telephone', 'meeting', 'informant')),
  proposer uuid,
  text text not null,
  proposal uuid,
  answer text,
  raised_at timestamptz not null,
  primary key (community, id),
  foreign key (community, proposer) references person,
  foreign key (community, text) references disclosure,
  foreign key (community, answer) references disclosure,
  foreign key (community, proposal) references proposal,
  constraint "a topic goes into a proposal or is answered, not both" check (proposal is null or answer is null)
);
create index "topics newest first" on topic (community, raised_at desc, id desc);
comment on table topic is 'What somebody raises (议题), by any channel: it goes into a proposal or is answered; the register is open to all who are signed in.';
comment on column topic.community is 'The community in which it is raised.';
comment on column topic.id is 'UUIDv7; newest first is largest first.';
comment on column topic.channel is 'The way it came: online, letter-box, doorstep, telephone, meeting, or an informant.';
comment on column topic.proposer is 'The resident who raised it; null where that is not known or not wanted, and not shown in the register.';
comment on column topic.text is 'What was raised, as the commitment of an erasable disclosure.';
comment on column topic.proposal is 'The proposal into which it went; null while it is in none.';
comment on column topic.answer is 'The reason why it becomes no proposal, as the commitment of an erasable disclosure; null while unanswered.';
comment on column topic.raised_at is 'When it was entered.';

create table draft (
  community uuid not null,
  proposal uuid not null,
  n integer not null constraint "drafts count from one" check (n >= 1),
  text text not null,
  change text not null constraint "a draft is the first, or changes substance or wording" check (change in ('first', 'substance', 'wording')),
  approved_by text,
  written_at timestamptz not null,
  primary key (community, proposal, n),
  foreign key (community, proposal) references proposal,
  foreign key (community, text) references disclosure
);
comment on table draft is 'Numbered revisions of a proposal''s plan (草案); postings, agendas and ballots bind to one of them; open to all who are signed in.';
comment on column draft.community is 'The community that deliberates.';
comment on column draft.proposal is 'The proposal to which the plan belongs.';
comment on column draft.n is 'The revision''s number, from 1.';
comment on column draft.text is 'The full text, as the commitment of an erasable disclosure; ballots bind to this hash.';
comment on column draft.change is 'Whether it is the first, changes the substance, or only the wording; a change of substance is posted anew.';
comment on column draft.approved_by is 'The body that approved it for posting, where the procedure asks one; null until then.';
comment on column draft.written_at is 'When it was entered.';

create table posting (
  community uuid not null,
  id uuid not null,
  proposal uuid not null,
  sort text not null constraint "a posting asks for comment or makes a result known" check (sort in ('posting', 'publication')),
  draft integer,
  opened_on date not null,
  days integer not null constraint "a posting hangs at least a day" check (days >= 1),
  counted text not null constraint "days are calendar or working days" check (counted in ('calendar', 'working')),
  last_day date not null,
  closed_at timestamptz,
  primary key (community, id),
  foreign key (community, proposal) references proposal,
  foreign key (community, proposal, draft) references draft,
  constraint "a posting hangs a draft" check (sort <> 'posting' or draft is not null),
  constraint "a posting ends after it starts" check (last_day > opened_on)
);
create unique index "a proposal has one posting open at a time" on posting (community, proposal) where closed_at is null;
create index "drafts in postings" on posting (community, proposal);
comment on table posting is 'Notices of drafts (公示) and of results (公布), with the days that they hang; public.';
comment on column posting.community is 'The community in which it hangs.';
comment on column posting.id is 'What comments and the record name the posting by; UUIDv7.';
comment on column posting.proposal is 'The proposal posted.';
comment on column posting.sort is 'posting (公示) asks for comment, publication (公布) makes a result known.';
comment on column posting.draft is 'The draft put up for comment; null for a publication.';
comment on column posting.opened_on is 'The day on which it was put up, at +08:00; it does not count.';
comment on column posting.days is 'How many days it has to hang.';
comment on column posting.counted is 'Whether those are calendar days or working days (民法典 第二百条至第二百零四条).';
comment on column posting.last_day is 'The last day of the term, moved past a holiday where the law says so; comments of this day are in time.';
comment on column posting.closed_at is 'When it was closed or its proposal ended; null while it hangs.';

create table comment (
  community uuid not null,
  id uuid not null,
  posting uuid not null,
  author uuid,
  channel text not null constraint "a comment comes online, on paper, at the door or by telephone" check (channel in ('online', 'paper', 'doorstep', 'telephone')),
  objection boolean not null,
  text text not null,
  received_at timestamptz not null,
  received_on date not null,
  timely boolean not null,
  answer text constraint "an answer adopts, adopts in part, or does not" check (answer in ('adopted', 'partly', 'not-adopted')),
  reason text,
  upheld boolean,
  primary key (community, id),
  foreign key (community, posting) references posting,
  foreign key (community, author) references person,
  foreign key (community, text) references disclosure,
  foreign key (community, reason) references disclosure,
  constraint "only an objection is upheld or not" check (objection or upheld is null),
  constraint "an answer has its reason" check ((answer is null and upheld is null) or reason is not null)
);
create index "comments of a posting" on comment (community, posting, received_at, id);
comment on table comment is 'What residents say on a posted draft (意见) and how it was dealt with; open to all who are signed in, the author by the first character of the name, in full to the back office.';
comment on column comment.community is 'The community in which it was made.';
comment on column comment.id is 'What answers and the record name the comment by; UUIDv7.';
comment on column comment.posting is 'The posting on which it comments.';
comment on column comment.author is 'The resident who made it; null where it came without a name.';
comment on column comment.channel is 'The way it came: online, on paper, at the door or by telephone.';
comment on column comment.objection is 'Whether it objects, so that another body than the drafter has to decide it.';
comment on column comment.text is 'What was said, as the commitment of an erasable disclosure.';
comment on column comment.received_at is 'When it was entered here.';
comment on column comment.received_on is 'The day on which it was received, at +08:00; attested by the clerk for what came on paper.';
comment on column comment.timely is 'Whether it was received by the last day, and so must be dealt with.';
comment on column comment.answer is 'adopted (采纳), partly (部分采纳) or not-adopted (不予采纳); null until answered.';
comment on column comment.reason is 'The reason of the answer or decision, as the commitment of an erasable disclosure; one reason may answer many.';
comment on column comment.upheld is 'Whether another body upheld the objection; null until decided, and for what is no objection.';
