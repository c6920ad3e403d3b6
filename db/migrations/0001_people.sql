-- The place, its people and bodies, and who can sign in.
-- Every row belongs to a community, which comes first in each key; row level security (in the last of these files) lets a
-- transaction see one community.

create extension if not exists pg_trgm;

create function current_community() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.community', true), '')::uuid;
comment on function current_community is 'The community of this transaction; null where none is set, so that nothing is seen.';

-- The table of these files is made before the first of them.
comment on column migration.name is 'The name of the file, which begins with its number.';
comment on column migration.sha256 is 'SHA-256 of its text with Unix line ends, in hex; a file changed after it was applied is refused.';
comment on column migration.applied_at is 'When it was applied here, by the database''s own clock.';

create table community (
  id uuid primary key,
  sort text not null constraint "a community is a village or a city neighbourhood" check (sort in ('village', 'city')),
  jurisdiction text constraint "a jurisdiction is an ISO 3166-2 code of China" check (jurisdiction ~ '^CN-[0-9A-Z]{2}$'),
  name text not null constraint "a community has a name" check (name <> ''),
  created_at timestamptz not null
);
comment on table community is 'The tenants: villages and city neighbourhoods; the directory of them is public.';
comment on column community.id is 'UUIDv7; the first part of every other key.';
comment on column community.sort is 'Which organic law governs it: a village (村民委员会组织法) or a city neighbourhood (城市居民委员会组织法).';
comment on column community.jurisdiction is 'The province whose regulations apply beside the law, as ISO 3166-2; null where only national law is known.';
comment on column community.name is 'The official name of the place, public; no person''s name.';
comment on column community.created_at is 'When it was founded here, by the engine''s clock.';

create table disclosure (
  community uuid not null references community,
  commitment text not null constraint "a commitment is a SHA-256 in hex" check (commitment ~ '^[0-9a-f]{64}$'),
  salt bytea constraint "a salt has 128 bits" check (octet_length(salt) = 16),
  text text,
  erased_at timestamptz,
  primary key (community, commitment),
  constraint "a disclosure is either there or erased" check ((erased_at is null) = (text is not null) and (erased_at is null) = (salt is not null))
);
comment on table disclosure is 'Names and free texts, each behind the salted hash that the record holds; whoever may see the row that refers to it may see it, and it can be erased without breaking the record.';
comment on column disclosure.community is 'The community it belongs to.';
comment on column disclosure.commitment is 'SHA-256 of salt and text, in lower-case hex; what entries and other tables hold instead of the text.';
comment on column disclosure.salt is '128 random bits, so that short texts cannot be guessed from their commitment; erased with the text.';
comment on column disclosure.text is 'The name or text in NFC; personal information under 个人信息保护法, erased on request or when no longer needed.';
comment on column disclosure.erased_at is 'When text and salt were erased; null while they are there.';

create table household (
  community uuid not null references community,
  id uuid not null,
  number text not null,
  primary key (community, id),
  constraint "a household number stands once in a community" unique (community, number)
);
comment on table household is 'Households (户), the measure of household meetings and of represented households.';
comment on column household.community is 'The community it belongs to.';
comment on column household.id is 'UUIDv7; what the record knows of a household.';
comment on column household.number is 'The household''s number in the roster (户号), as the committee writes it; seen by clerks, administrators and supervisors.';

create table person (
  community uuid not null references community,
  id uuid not null,
  household uuid not null,
  name text not null,
  sex text not null constraint "a sex is male or female" check (sex in ('male', 'female')),
  birth date not null,
  phone text,
  part text not null,
  id_hash text not null constraint "an ID number is found by its keyed hash" check (id_hash ~ '^[0-9a-f]{64}$'),
  id_sealed bytea not null constraint "an ID number is sealed with its iv and tag" check (octet_length(id_sealed) > 28),
  id_last_four text not null constraint "the last four of an ID number" check (id_last_four ~ '^[0-9]{3}[0-9X]$'),
  joined_on date not null,
  left_on date,
  primary key (community, id),
  foreign key (community, household) references household,
  foreign key (community, name) references disclosure,
  foreign key (community, phone) references disclosure,
  constraint "an ID number stands once in a community" unique (community, id_hash),
  constraint "a person does not leave before joining" check (left_on >= joined_on)
);
create index "people by household" on person (community, household);
comment on table person is 'Residents on the roster, from joining to leaving; seen by clerks, administrators and supervisors, in the record only as an id.';
comment on column person.community is 'The community of which the person is a resident.';
comment on column person.id is 'UUIDv7; the only thing that the record says of a person.';
comment on column person.household is 'The household to which the person belongs.';
comment on column person.name is 'The person''s name, as the commitment of an erasable disclosure.';
comment on column person.sex is 'As the roster says, for the shares of women in bodies that the law asks for.';
comment on column person.birth is 'Day of birth, for who is of age (18) on the day of a meeting.';
comment on column person.phone is 'The person''s telephone number, as the commitment of an erasable disclosure; null where there is none.';
comment on column person.part is 'The residents'' group (村民小组 / 居民小组) as the roster names it; no free text.';
comment on column person.id_hash is 'HMAC-SHA-256 of the ID number under a key outside the database, in hex; finds the same number again in this community and nowhere else.';
comment on column person.id_sealed is 'The ID number under AES-256-GCM with a key outside the database: iv, tag, text; the database alone cannot read it.';
comment on column person.id_last_four is 'The last four characters of the ID number, by which a clerk tells two people of one name apart.';
comment on column person.joined_on is 'The first day on the roster, at +08:00.';
comment on column person.left_on is 'The day from which the person is no longer on the roster (moved, died); null while they are.';

create table unit (
  community uuid not null references community,
  id uuid not null,
  household uuid not null,
  area bigint not null constraint "an area is positive, in 0.01 m²" check (area > 0),
  primary key (community, id),
  foreign key (community, household) references household
);
comment on table unit is 'Exclusive units (专有部分) of owners, the measure of area under 民法典 第二百七十八条.';
comment on column unit.community is 'The community it belongs to.';
comment on column unit.id is 'What tells two units of one household apart; UUIDv7.';
comment on column unit.household is 'The household that owns it.';
comment on column unit.area is 'Floor area in 0.01 m², an integer.';

create table body (
  community uuid not null references community,
  kind text not null,
  created_at timestamptz not null,
  primary key (community, kind)
);
comment on table body is 'The bodies (会议 / 组织) that a community has; public.';
comment on column body.community is 'The community it belongs to.';
comment on column body.kind is 'Which body it is, a word of the law module such as village-representatives; a community has each kind once.';
comment on column body.created_at is 'When it was entered here.';

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
comment on table seat is 'Who sits in which body (组成人员 / 任职) from when to when; observers have no seat and are never counted.';
comment on column seat.community is 'The community it belongs to.';
comment on column seat.id is 'What tells two seats of one person apart; UUIDv7.';
comment on column seat.body is 'The body in which the seat is.';
comment on column seat.person is 'Who sits in it.';
comment on column seat.office is 'The office held, a word such as chair, member or representative.';
comment on column seat.voting is 'Whether the holder has a vote; a probationary Party member (预备党员) has none.';
comment on column seat.in_base is 'Whether the holder is counted among the members of whom a share is reckoned.';
comment on column seat.groups is 'The groups of the roll that provisions speak of, such as women or representatives.';
comment on column seat.starts_on is 'The first day of the seat, at +08:00.';
comment on column seat.ends_on is 'The day from which the seat is vacant; null while it runs.';

create table account (
  community uuid not null references community,
  id uuid not null,
  person uuid,
  login text,
  password text constraint "a password is kept as scrypt" check (password like '$scrypt$%'),
  slip text constraint "a slip is kept as its keyed hash" check (slip ~ '^[0-9a-f]{64}$'),
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
comment on table account is 'Who can sign in; a resident''s account begins with a one-time slip, an officer''s with a password.';
comment on column account.community is 'The community it belongs to; one person in two communities has two accounts.';
comment on column account.id is 'UUIDv7; the actor that entries name.';
comment on column account.person is 'The resident whose account it is; null for officers from outside, such as experts.';
comment on column account.login is 'The name to sign in with, chosen by an administrator and plain; null where only slips are used.';
comment on column account.password is 'A PHC string of scrypt; null together with the login.';
comment on column account.slip is 'The keyed hash of the newest one-time code on paper, in hex; the code itself is nowhere kept.';
comment on column account.slip_expires_at is 'When the slip ends, unused or not.';
comment on column account.slip_used_at is 'When the slip was used; null while it can be.';
comment on column account.disabled_at is 'When the account was shut: its next request is refused; null while it is open.';
comment on column account.created_at is 'When the account was made.';

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
create index "sessions of an account" on session (community, account);
comment on table session is 'Signed-in devices; a token is good only while its session stands.';
comment on column session.community is 'The community in which the session holds, and nowhere else.';
comment on column session.id is 'UUIDv7; named in the token.';
comment on column session.account is 'Who signed in.';
comment on column session.started_at is 'When the person signed in.';
comment on column session.expires_at is 'The instant from which the session no longer holds.';
comment on column session.ended_at is 'When the person signed out; null while signed in.';

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
comment on table role is 'The offices in the product, from granting to ending; read anew at every request, so that a role taken away is gone at once.';
comment on column role.community is 'The community in which the role holds.';
comment on column role.account is 'Who holds it.';
comment on column role.role is 'administrator, clerk, supervisor (村务 / 居务监督委员会) or expert.';
comment on column role.discipline is 'What an expert is asked about, such as law; null for the other roles.';
comment on column role.granted_at is 'When it was granted.';
comment on column role.ended_at is 'When it was taken away; null while it is held.';
