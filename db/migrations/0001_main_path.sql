-- Whoever writes to a chain takes its row first, in the order community, meeting, proposal.
-- Every row belongs to a community, which comes first in each key; row level security lets a transaction see one community.

create extension if not exists pg_trgm;

create function current_community() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.community', true), '')::uuid;

create table community (
  id uuid primary key,
  sort text not null constraint "a community is a village or a city neighbourhood" check (sort in ('village', 'city')),
  jurisdiction text constraint "a jurisdiction is an ISO 3166-2 code of China" check (jurisdiction ~ '^CN-[0-9A-Z]{2}$'),
  name text not null constraint "a community has a name" check (name <> ''),
  created_at timestamptz not null
);

create table disclosure (
  community uuid not null references community,
  commitment text not null constraint "a commitment is a SHA-256 in hex" check (commitment ~ '^[0-9a-f]{64}$'),
  salt bytea constraint "a salt has 128 bits" check (octet_length(salt) = 16),
  text text,
  erased_at timestamptz,
  primary key (community, commitment),
  constraint "a disclosure is either there or erased" check ((erased_at is null) = (text is not null) and (erased_at is null) = (salt is not null))
);

create table household (
  community uuid not null references community,
  id uuid not null,
  number text not null,
  primary key (community, id),
  constraint "a household number stands once in a community" unique (community, number)
);

create table person (
  community uuid not null references community,
  id uuid not null,
  household uuid not null,
  name text not null,
  sex text not null constraint "a sex is male or female" check (sex in ('male', 'female')),
  birth date not null,
  phone text,
  part text not null,
  id_hash text not null,
  id_sealed bytea not null,
  id_last_four text not null constraint "the last four of an ID number" check (id_last_four ~ '^[0-9]{3}[0-9X]$'),
  joined_on date not null,
  left_on date,
  primary key (community, id),
  foreign key (community, household) references household,
  foreign key (community, name) references disclosure,
  foreign key (community, phone) references disclosure,
  constraint "an ID number stands once in a community" unique (community, id_hash)
);

create table unit (
  community uuid not null references community,
  id uuid not null,
  household uuid not null,
  area bigint not null constraint "an area is positive, in 0.01 m²" check (area > 0),
  primary key (community, id),
  foreign key (community, household) references household
);

create table body (
  community uuid not null references community,
  kind text not null,
  created_at timestamptz not null,
  primary key (community, kind)
);

create table seat (
  community uuid not null references community,
  id uuid not null,
  body text not null,
  person uuid not null,
  office text not null,
  voting boolean not null,
  in_base boolean not null,
  groups text[] not null,
  starts_on date not null,
  ends_on date,
  primary key (community, id),
  foreign key (community, body) references body,
  foreign key (community, person) references person,
  constraint "a seat ends after it starts" check (ends_on > starts_on)
);
create unique index "a person has one running seat in a body" on seat (community, body, person) where ends_on is null;

create table account (
  community uuid not null references community,
  id uuid not null,
  person uuid,
  login text,
  password text,
  slip text,
  slip_expires_at timestamptz,
  slip_used_at timestamptz,
  disabled_at timestamptz,
  created_at timestamptz not null,
  primary key (community, id),
  foreign key (community, person) references person,
  constraint "a login stands once in a community" unique (community, login),
  constraint "a slip stands once in a community" unique (community, slip),
  constraint "a person has one account" unique (community, person),
  constraint "a login comes with a password" check ((login is null) = (password is null)),
  constraint "a slip expires" check ((slip is null) or (slip_expires_at is not null))
);

create table session (
  community uuid not null references community,
  id uuid not null,
  account uuid not null,
  started_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (community, id),
  foreign key (community, account) references account
);

create table role (
  community uuid not null references community,
  account uuid not null,
  role text not null constraint "a role is one of those the product knows" check (role in ('administrator', 'clerk', 'supervisor', 'expert')),
  discipline text,
  granted_at timestamptz not null,
  ended_at timestamptz,
  primary key (community, account, role, granted_at),
  foreign key (community, account) references account,
  constraint "an expert has a discipline, nobody else" check ((role = 'expert') = (discipline is not null))
);

create table adoption (
  community uuid not null references community,
  id uuid not null,
  procedure text not null,
  hash text not null,
  expanded jsonb not null,
  adopted_at timestamptz not null,
  primary key (community, id)
);

create table proposal (
  community uuid not null references community,
  id uuid not null,
  number integer not null,
  adoption uuid not null,
  title text not null,
  proposer uuid,
  matter text,
  stage text not null,
  step text,
  missed integer not null default 0,
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

create table chain (
  community uuid not null references community,
  name text not null constraint "a chain is the community's, a proposal's or a meeting's" check (name ~ '^(community|(proposal|meeting)/[0-9a-f-]{36})$'),
  seq integer not null default 0 constraint "a chain only grows from nothing" check (seq >= 0),
  head bytea not null constraint "a head is a SHA-256" check (octet_length(head) = 32),
  last_at timestamptz,
  sealed_seq integer not null default 0,
  primary key (community, name)
);

create table entry (
  community uuid not null,
  chain text not null,
  seq integer not null constraint "entries count from one" check (seq >= 1),
  kind text not null,
  recorded_at timestamptz not null,
  bytes bytea not null,
  head bytea not null constraint "an entry's head is a SHA-256" check (octet_length(head) = 32),
  primary key (community, chain, seq),
  foreign key (community, chain) references chain
);

create table signed_head (
  community uuid not null,
  chain text not null,
  seq integer not null,
  jws text not null,
  primary key (community, chain, seq),
  foreign key (community, chain) references chain
);

create table seal (
  community uuid not null references community,
  size bigint not null,
  chain text not null,
  seq integer not null,
  head bytea not null,
  primary key (community, size),
  foreign key (community, chain) references chain
);

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

create table comment (
  community uuid not null,
  id uuid not null,
  posting uuid not null,
  author uuid,
  channel text not null,
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

create table agenda (
  community uuid not null,
  meeting uuid not null,
  proposal uuid not null,
  stage text not null,
  draft integer not null,
  place integer not null,
  primary key (community, meeting, proposal, stage),
  foreign key (community, meeting) references meeting,
  foreign key (community, proposal) references proposal,
  foreign key (community, proposal, draft) references draft
);

create table roll (
  community uuid not null,
  id uuid not null,
  meeting uuid not null,
  root text not null,
  primary key (community, id),
  foreign key (community, meeting) references meeting,
  constraint "a meeting has one roll" unique (community, meeting)
);

create table roll_entry (
  community uuid not null,
  roll uuid not null,
  person uuid not null,
  groups text[] not null,
  primary key (community, roll, person),
  foreign key (community, roll) references roll,
  foreign key (community, person) references person
);

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
  foreign key (community, roll) references roll,
  constraint "a closed ballot has its tally and its answer" check ((closed_at is null) = (tally is null) and (closed_at is null) = (carried is null))
);
create unique index "a proposal has one ballot open at a time" on ballot (community, proposal) where closed_at is null;

create table voter (
  community uuid not null,
  ballot uuid not null,
  person uuid not null,
  roll uuid not null,
  primary key (community, ballot, person),
  foreign key (community, ballot) references ballot,
  foreign key (community, roll, person) references roll_entry
);

create table vote (
  community uuid not null,
  ballot uuid not null,
  person uuid not null,
  choice text not null constraint "a choice is yes, no or abstain" check (choice in ('yes', 'no', 'abstain')),
  salt bytea not null constraint "a vote's salt has 128 bits" check (octet_length(salt) = 16),
  commitment text not null,
  constraint "one voter, one vote" primary key (community, ballot, person),
  constraint "a vote is cast by somebody present at the roll call" foreign key (community, ballot, person) references voter
);

create table secret_choice (
  community uuid not null,
  ballot uuid not null,
  id uuid not null,
  choice text not null,
  primary key (community, ballot, id),
  foreign key (community, ballot) references ballot
);

create table idempotency (
  community uuid not null references community,
  actor uuid not null,
  key text not null constraint "an idempotency key is short" check (length(key) between 1 and 200),
  request text not null,
  status integer not null,
  answer jsonb not null,
  recorded_at timestamptz not null,
  primary key (community, actor, key)
);

create table outbox (
  community uuid not null references community,
  id uuid not null,
  topic text not null,
  message jsonb not null,
  due_at timestamptz not null,
  sent_at timestamptz,
  primary key (community, id)
);

create index "proposals newest first" on proposal (community, opened_at desc, id desc);
create index "topics newest first" on topic (community, raised_at desc, id desc);
create index "people by household" on person (community, household);
create index "comments of a posting" on comment (community, posting, received_at, id);
create index "ballots of a proposal" on ballot (community, proposal, opened_at);
create index "agenda of a proposal" on agenda (community, proposal);
create index "sessions of an account" on session (community, account);
create index "drafts in postings" on posting (community, proposal);

-- The record is only ever added to, whoever asks.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the record is only added to' using errcode = 'insufficient_privilege';
end $$;
create trigger "entries stay" before update or delete or truncate on entry execute function refuse_change();
create trigger "signed heads stay" before update or delete or truncate on signed_head execute function refuse_change();
create trigger "votes stay" before update or delete or truncate on vote execute function refuse_change();

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
