-- Comments as residents need them: with a photo, by guests where a community admits them, not too often.

alter table community add column comments text not null default 'known' constraint "comments come from the known or from guests too" check (comments in ('known', 'guests'));
comment on column community.comments is 'Who may comment over the pages: known (whoever is signed in) or guests too, held until the office decides on each.';
create policy "a community sets its own ways" on community for update using (id = current_community()) with check (id = current_community());
grant update (comments) on community to yishi_app;

alter table file alter column uploaded_by drop not null;
comment on column file.uploaded_by is 'The account that sent these bytes first; null where a guest did.';

alter table comment drop constraint "a comment comes online, on paper, at the door or by telephone";
alter table comment add constraint "a comment comes by one of five ways" check (channel in ('online', 'paper', 'doorstep', 'telephone', 'guest'));
comment on column comment.channel is 'The way it came: online, on paper, at the door, by telephone, or over the pages from a guest.';
alter table comment add column photo text;
alter table comment add column alt text;
alter table comment add foreign key (community, photo) references file;
alter table comment add foreign key (community, alt) references disclosure;
alter table comment add constraint "a photo is described in words" check ((photo is null) = (alt is null));
comment on column comment.photo is 'The photo that came with it, by its SHA-256; shown where the comment is; null without one.';
comment on column comment.alt is 'What the photo shows, in the author''s words, as the commitment of an erasable disclosure.';
create index "comments by author" on comment (community, author, received_at);
create index "comments by photo" on comment (community, photo) where photo is not null;

create table guest_comment (
  community uuid not null,
  id uuid not null,
  posting uuid not null,
  code text not null constraint "a guest's code is kept by its HMAC in hex" check (code ~ '^[0-9a-f]{64}$'),
  objection boolean not null,
  text text not null,
  photo text,
  alt text,
  received_at timestamptz not null,
  received_on date not null,
  primary key (community, id),
  constraint "a guest's code leads to one comment" unique (community, code),
  foreign key (community, posting) references posting,
  foreign key (community, text) references disclosure,
  foreign key (community, photo) references file,
  foreign key (community, alt) references disclosure,
  constraint "a guest's photo is described in words" check ((photo is null) = (alt is null))
);
create index "guests of a posting" on guest_comment (community, posting, id);
comment on table guest_comment is 'What came from guests, held until the office decides on it; then a comment of the same id stands on the record, admitted or kept back.';
comment on column guest_comment.community is 'The community in which it was made.';
comment on column guest_comment.id is 'What the comment is called once it is decided; UUIDv7.';
comment on column guest_comment.posting is 'The posting on which it comments.';
comment on column guest_comment.code is 'What its follow code is found by, an HMAC: the database alone gives no code away.';
comment on column guest_comment.objection is 'Whether it objects, so that another body than the drafter has to decide it.';
comment on column guest_comment.text is 'What was said, as the commitment of an erasable disclosure.';
comment on column guest_comment.photo is 'The photo that came with it, by its SHA-256; seen by the office alone while it is held; null without one.';
comment on column guest_comment.alt is 'What the photo shows, as the commitment of an erasable disclosure.';
comment on column guest_comment.received_at is 'When it came.';
comment on column guest_comment.received_on is 'The day on which it came, at +08:00: it is in time by this day, whenever it is admitted.';

create table guest_sender (
  community uuid not null references community,
  sender text not null constraint "a sender is counted by an HMAC in hex" check (sender ~ '^[0-9a-f]{64}$'),
  sent integer not null constraint "what was sent counts from one" check (sent >= 1),
  since timestamptz not null,
  primary key (community, sender)
);
comment on table guest_sender is 'How much came from one network address within the hour; rows of days gone by are deleted, and no comment refers to one.';
comment on column guest_sender.community is 'The community to which it was sent.';
comment on column guest_sender.sender is 'HMAC of the network address under a key of the day that is not in the database; no address can be read from it.';
comment on column guest_sender.sent is 'How many comments were sent since.';
comment on column guest_sender.since is 'When the hour began in which they are counted.';
grant update (sent, since), delete on guest_sender to yishi_app;

do $$
declare t text;
begin
  foreach t in array array['guest_comment', 'guest_sender'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy "one community at a time" on %I using (community = current_community()) with check (community = current_community())', t);
    execute format('grant select, insert on %I to yishi_app', t);
  end loop;
end $$;
