-- Townships and sub-districts, which reach the communities that have granted it.

alter table community drop constraint "a community is a village or a city neighbourhood";
alter table community add constraint "a community is a village, a neighbourhood or an office above"
  check (sort in ('village', 'city', 'township'));
comment on table community is 'The tenants: villages, city neighbourhoods, and the townships and sub-districts above them; the directory of them is public.';
comment on column community.sort is 'A village (村民委员会组织法), a city neighbourhood (城市居民委员会组织法), or a township or sub-district that oversees them.';

alter table role drop constraint "a role is one of those the product knows";
alter table role add constraint "a role is one of those the product knows"
  check (role in ('administrator', 'clerk', 'supervisor', 'expert', 'township'));
comment on column role.role is 'administrator, clerk, supervisor (村务 / 居务监督委员会), expert, or township (an office above, by grant).';

alter table account add column from_township uuid;
alter table account add column from_account uuid;
alter table account add constraint "an account from a township names the account there" check ((from_township is null) = (from_account is null));
alter table account add constraint "an account from a township has no other way in" check (from_township is null or (login is null and slip is null and person is null));
alter table account add constraint "an account from a township stands once" unique (community, from_township, from_account);
comment on column account.from_township is 'The township whose officer it stands for; null for the community''s own accounts.';
comment on column account.from_account is 'The officer''s account there; no reference, since the two communities are never seen together.';

create table oversight_grant (
  community uuid not null references community,
  township uuid not null,
  granted_at timestamptz not null,
  ended_at timestamptz,
  primary key (community, township, granted_at)
);
create unique index "a township is granted once at a time" on oversight_grant (community, township) where ended_at is null;
comment on table oversight_grant is 'Which township or sub-district may read a community and give it orders, from granting to ending.';
comment on column oversight_grant.community is 'The community that grants it.';
comment on column oversight_grant.township is 'The township or sub-district to which it is granted; no reference, since the two are never seen together.';
comment on column oversight_grant.granted_at is 'When it was granted.';
comment on column oversight_grant.ended_at is 'When it was ended; null while it holds.';
alter table oversight_grant enable row level security;
alter table oversight_grant force row level security;
create policy "one community at a time" on oversight_grant using (community = current_community()) with check (community = current_community());
-- A township sees which communities granted it, and nothing else of them.
create policy "a township sees its grants" on oversight_grant for select using (township = current_community());
grant select, insert, update (ended_at) on oversight_grant to yishi_app;
