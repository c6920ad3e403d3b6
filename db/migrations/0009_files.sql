-- Photos and documents as evidence: known here by their hashes, kept outside the database.

create table file (
  community uuid not null references community,
  sha256 text not null constraint "a file is known by its SHA-256 in hex" check (sha256 ~ '^[0-9a-f]{64}$'),
  type text not null constraint "a file is a picture or a PDF"
    check (type in ('image/jpeg', 'image/png', 'image/webp', 'application/pdf')),
  bytes integer not null constraint "a file has a byte at least and five million at most" check (bytes between 1 and 5000000),
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  primary key (community, sha256),
  foreign key (community, uploaded_by) references account
);
comment on table file is 'Photos and documents whose content was checked; the bytes lie in the file store, under community and hash.';
comment on column file.community is 'The community that keeps the file; the same bytes in another are another file.';
comment on column file.sha256 is 'SHA-256 of the bytes as kept, after a picture''s place and texts were taken out; 64 hex digits.';
comment on column file.type is 'What the content was found to be, as it is handed out.';
comment on column file.bytes is 'How many bytes are kept.';
comment on column file.uploaded_by is 'The account that sent these bytes first.';
comment on column file.uploaded_at is 'When they came first.';

create table file_use (
  community uuid not null,
  sha256 text not null,
  chain text not null,
  seq integer not null,
  primary key (community, sha256, chain, seq),
  foreign key (community, sha256) references file,
  foreign key (community, chain, seq) references entry
);
comment on table file_use is 'Which entry of the record cites which file; a cited file is evidence and may be seen by whoever is signed in.';
comment on column file_use.community is 'The community of file and entry.';
comment on column file_use.sha256 is 'The file that is cited.';
comment on column file_use.chain is 'The chain of the entry that cites it.';
comment on column file_use.seq is 'The entry''s place in its chain.';

do $$
declare t text;
begin
  foreach t in array array['file', 'file_use'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy "one community at a time" on %I using (community = current_community()) with check (community = current_community())', t);
    execute format('grant select, insert on %I to yishi_app', t);
  end loop;
end $$;
