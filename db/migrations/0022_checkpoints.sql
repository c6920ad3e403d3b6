-- Where a community's tree stands: sealed by whoever comes first, signed, and handed to those whom the supervision committee names.

-- A seal keeps every full subtree that its leaf completes: proofs of any size are read, not worked out.
alter table seal add column nodes bytea not null constraint "a seal completes whole subtrees" check (octet_length(nodes) > 0 and octet_length(nodes) % 32 = 0);
alter table seal add constraint "a head is sealed once" unique (community, chain, seq);
comment on column seal.nodes is 'The hashes of the full subtrees that end with this leaf, 32 bytes each, the leaf hash first.';

create table tree (
  community uuid primary key references community,
  size bigint not null constraint "a tree counts its leaves from none" check (size >= 0),
  peaks bytea not null constraint "a tree has a peak for each full subtree" check (octet_length(peaks) % 32 = 0)
);
comment on table tree is 'How far each community''s Merkle tree has grown; whoever seals takes its row first.';
comment on column tree.community is 'The community of the tree.';
comment on column tree.size is 'How many leaves it has; 0 before the first seal.';
comment on column tree.peaks is 'The roots of its full subtrees, 32 bytes each, the largest first: all that growing asks for.';
grant update (size, peaks) on tree to yishi_app;

create table checkpoint (
  community uuid not null,
  size bigint not null,
  root bytea not null constraint "a root is a SHA-256" check (octet_length(root) = 32),
  note text not null,
  code text not null constraint "a code is six times four letters" check (code ~ '^([0-9A-Z]{4}-){5}[0-9A-Z]{4}$'),
  sealed_at timestamptz not null,
  primary key (community, size),
  foreign key (community, size) references seal
);
comment on table checkpoint is 'Signed statements of where the tree stood (存证校验码), one for each sealing; only ever added.';
comment on column checkpoint.community is 'The community of the tree.';
comment on column checkpoint.size is 'How many leaves the tree had.';
comment on column checkpoint.root is 'The root of the tree at that size; 32 bytes.';
comment on column checkpoint.note is 'Origin, size and root with their signatures, in the form of a C2SP checkpoint; the key is never in the database.';
comment on column checkpoint.code is 'The same short enough for paper: 120 bits over origin, size and root.';
comment on column checkpoint.sealed_at is 'When it was signed.';

create table checkpoint_address (
  community uuid not null,
  id uuid not null,
  address text not null constraint "an address is short" check (length(address) between 1 and 200),
  set_by uuid not null,
  set_at timestamptz not null,
  ended_at timestamptz,
  primary key (community, id),
  foreign key (community, set_by) references account,
  constraint "an address ends after it is set" check (ended_at >= set_at)
);
create unique index "an address stands once" on checkpoint_address (community, address) where ended_at is null;
comment on table checkpoint_address is 'To whom checkpoints are handed outside the system, as the supervision committee set it; nothing is sent by itself.';
comment on column checkpoint_address.community is 'The community whose checkpoints they are.';
comment on column checkpoint_address.id is 'What tells two apart; UUIDv7.';
comment on column checkpoint_address.address is 'A mailbox, a telephone number, a notice board: as somebody will read it who hands the code over.';
comment on column checkpoint_address.set_by is 'The account of the supervision committee that set it.';
comment on column checkpoint_address.set_at is 'When it was set.';
comment on column checkpoint_address.ended_at is 'When it was taken off; null while it stands.';
grant update (ended_at) on checkpoint_address to yishi_app;

create trigger "seals stay" before update or delete or truncate on seal execute function refuse_change();
create trigger "checkpoints stay" before update or delete or truncate on checkpoint execute function refuse_change();

do $$
declare t text;
begin
  foreach t in array array['tree', 'checkpoint', 'checkpoint_address'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy "one community at a time" on %I using (community = current_community()) with check (community = current_community())', t);
    execute format('grant select, insert on %I to yishi_app', t);
  end loop;
end $$;
