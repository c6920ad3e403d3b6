-- What somebody said may be taken back while nothing has come of it: a comment, a topic, a signature. That it was said stays.

alter table comment add column withdrawn_at timestamptz;
alter table comment drop constraint "a comment kept back has its reason";
alter table comment add constraint "a comment not shown was kept back or withdrawn" check (admitted = (kept_back is null and withdrawn_at is null));
alter table comment add constraint "what was kept back or dealt with is not withdrawn"
  check (withdrawn_at is null or (kept_back is null and answer is null and upheld is null));
comment on column comment.admitted is 'False while it is kept back, and once it was withdrawn: it is not shown and holds nothing up.';
comment on column comment.kept_back is 'The published reason for which it is kept back; null while it is not.';
comment on column comment.withdrawn_at is 'When whoever made it took it back; null while it stands.';
grant update (withdrawn_at) on comment to yishi_app;

alter table guest_comment add column withdrawn_at timestamptz;
comment on column guest_comment.withdrawn_at is 'When the guest took it back, before the office had decided on it: it never comes onto the record. Null while it stands.';
grant update (withdrawn_at) on guest_comment to yishi_app;

alter table topic add column withdrawn_at timestamptz;
alter table topic drop constraint "a topic is settled in one way";
alter table topic add constraint "a topic is settled in one way" check
  ((proposal is not null)::int + (answer is not null)::int + (merged_into is not null)::int + split::int + (withdrawn_at is not null)::int <= 1);
comment on column topic.withdrawn_at is 'When whoever raised it took it back, before it was sorted or joined; null while it stands.';
grant update (withdrawn_at) on topic to yishi_app;

alter table demand_signature add column withdrawn_at timestamptz;
comment on column demand_signature.signed_at is 'When it was entered, the last time where it was withdrawn in between.';
comment on column demand_signature.withdrawn_at is 'When whoever signed took the signature back; null while it counts.';
grant update (signed_at, withdrawn_at) on demand_signature to yishi_app;
