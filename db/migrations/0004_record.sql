-- The tamper-evident record, and what makes writes answer once and messages leave.

create table chain (
  community uuid not null references community,
  name text not null constraint "a chain is the community's, a proposal's or a meeting's" check (name ~ '^(community|(proposal|meeting)/[0-9a-f-]{36})$'),
  seq integer not null default 0,
  head bytea not null constraint "a head is a SHA-256" check (octet_length(head) = 32),
  last_at timestamptz,
  sealed_seq integer not null default 0,
  primary key (community, name),
  constraint "a chain is sealed no further than it goes" check (sealed_seq between 0 and seq)
);
comment on table chain is 'Where each chain of the record stands; whoever writes to a chain takes its row first, in the order community, meeting, proposal.';
comment on column chain.community is 'The community of the chain.';
comment on column chain.name is 'community, proposal/id or meeting/id.';
comment on column chain.seq is 'The number of the last entry; 0 before the first.';
comment on column chain.head is 'SHA-256 over the previous head and the last entry''s leaf; 32 bytes.';
comment on column chain.last_at is 'The time of the last entry, before which no later one is dated; null before the first.';
comment on column chain.sealed_seq is 'Up to which entry the chain is in the community''s Merkle tree; the chain moved when this differs from seq.';

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
comment on table entry is 'The record (议事档案): canonical bytes as they were hashed, only ever added; ids and commitments, never a name or a free text.';
comment on column entry.community is 'The community of the chain.';
comment on column entry.chain is 'The chain to which the entry belongs.';
comment on column entry.seq is 'The entry''s place in its chain, from 1 without a gap.';
comment on column entry.kind is 'What was said, from the closed catalogue of entry kinds, such as vote.cast.';
comment on column entry.recorded_at is 'The time in the entry, by the engine''s clock after the chain was taken.';
comment on column entry.bytes is 'The entry as RFC 8785 canonical JSON in UTF-8; exactly these bytes are hashed.';
comment on column entry.head is 'The chain''s head after this entry; 32 bytes.';

create table signed_head (
  community uuid not null,
  chain text not null,
  seq integer not null,
  jws text not null,
  primary key (community, chain, seq),
  foreign key (community, chain) references chain
);
comment on table signed_head is 'The signature under the head after each write, with the installation''s record key; only ever added, part of every receipt.';
comment on column signed_head.community is 'The community of the chain.';
comment on column signed_head.chain is 'The chain whose head is signed.';
comment on column signed_head.seq is 'The last entry that the head covers.';
comment on column signed_head.jws is 'A compact JWS over community, chain, seq, head and time; its key is never in the database.';

create table seal (
  community uuid not null references community,
  size bigint not null constraint "a tree counts its leaves from one" check (size >= 1),
  chain text not null,
  seq integer not null,
  head bytea not null constraint "a sealed head is a SHA-256" check (octet_length(head) = 32),
  primary key (community, size),
  foreign key (community, chain) references chain
);
comment on table seal is 'The leaves of the community''s RFC 9162 Merkle tree: chain heads in the order in which they were sealed.';
comment on column seal.community is 'The community of the tree.';
comment on column seal.size is 'How many leaves the tree has with this one, from 1.';
comment on column seal.chain is 'The chain that had moved.';
comment on column seal.seq is 'The chain''s last entry when it was sealed.';
comment on column seal.head is 'The chain''s head at that entry; 32 bytes.';

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
comment on table idempotency is 'Answers kept under the caller''s key, so that a retry gets the first answer and acts once; of use for days, then deleted.';
comment on column idempotency.community is 'The community in which the request was made.';
comment on column idempotency.actor is 'The account that asked; another account''s key is another key.';
comment on column idempotency.key is 'The Idempotency-Key that the caller chose, 1 to 200 characters.';
comment on column idempotency.request is 'The hash of method, path and body; the same key with another request is refused.';
comment on column idempotency.status is 'The HTTP status of the first answer.';
comment on column idempotency.answer is 'The first answer as JSON, for a vote what its receipt is built from again; shown to the same account only.';
comment on column idempotency.recorded_at is 'When the first answer was given.';

create table outbox (
  community uuid not null references community,
  id uuid not null,
  topic text not null,
  message jsonb not null,
  due_at timestamptz not null,
  sent_at timestamptz,
  primary key (community, id)
);
comment on table outbox is 'Messages that are to leave the system (notices to phones, checkpoints to the supervision committee), written in the transaction that causes them and deleted never.';
comment on column outbox.community is 'The community from which the message comes.';
comment on column outbox.id is 'Under which the message is sent once; UUIDv7.';
comment on column outbox.topic is 'What sort of message it is, a word.';
comment on column outbox.message is 'What is to be sent, as JSON of ids and commitments; the sender looks up names when sending.';
comment on column outbox.due_at is 'The earliest time to send it.';
comment on column outbox.sent_at is 'When it was sent; null until then.';

-- The record is only ever added to, whoever asks.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the record is only added to' using errcode = 'insufficient_privilege';
end $$;
comment on function refuse_change is 'Refuses every change to what is only added to.';
create trigger "entries stay" before update or delete or truncate on entry execute function refuse_change();
create trigger "signed heads stay" before update or delete or truncate on signed_head execute function refuse_change();
create trigger "votes stay" before update or delete or truncate on vote execute function refuse_change();
