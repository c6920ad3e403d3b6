-- The register of topics: numbered, sorted by class, merged and split, with everybody who raised or joined each.

alter table topic add column number integer constraint "topics count from one" check (number >= 1);
update topic set number = counted.n from (
  select community, id, row_number() over (partition by community order by raised_at, id) as n from topic) counted
  where (topic.community, topic.id) = (counted.community, counted.id);
alter table topic alter column number set not null;
alter table topic add constraint "a topic's number stands once in a community" unique (community, number);
alter table topic add column raised_on date;
update topic set raised_on = (raised_at at time zone interval '8 hours')::date;
alter table topic alter column raised_on set not null;
alter table topic add column class text;
alter table topic add column outcome text constraint "a topic is answered or refused" check (outcome in ('answered', 'refused'));
update topic set outcome = 'answered' where answer is not null;
alter table topic add constraint "an outcome has its reason" check ((outcome is null) = (answer is null));
alter table topic add column merged_into uuid;
alter table topic add foreign key (community, merged_into) references topic;
alter table topic add column split_from uuid;
alter table topic add foreign key (community, split_from) references topic;
alter table topic add column split boolean not null default false;
alter table topic add constraint "a topic is settled in one way"
  check ((proposal is not null)::int + (answer is not null)::int + (merged_into is not null)::int + split::int <= 1);
create index "topics by class" on topic (community, class, id);
create index "topics merged" on topic (community, merged_into) where merged_into is not null;
comment on column topic.number is 'Counted in the community in the order of entering; what the register calls it.';
comment on column topic.raised_on is 'The day on which it was raised, at +08:00; earlier than its entering where it came on paper.';
comment on column topic.class is 'What it is about, a word of the list of classes; null until it is sorted.';
comment on column topic.outcome is 'Answered, or refused; null where it is neither.';
comment on column topic.merged_into is 'The topic whose fate it shares; null where it stands for itself.';
comment on column topic.split_from is 'The topic of which it was a part; null where it was raised as it is.';
comment on column topic.split is 'Whether it was split into others, which stand in its place.';
grant update (class, outcome, merged_into, split) on topic to yishi_app;

create table topic_supporter (
  community uuid not null,
  topic uuid not null,
  person uuid not null,
  joined_at timestamptz not null,
  constraint "one person joins a topic once" primary key (community, topic, person),
  foreign key (community, topic) references topic,
  foreign key (community, person) references person
);
comment on table topic_supporter is 'Who joined a topic that somebody else raised; each learns what became of it.';
comment on column topic_supporter.community is 'The community it belongs to.';
comment on column topic_supporter.topic is 'The topic that was joined.';
comment on column topic_supporter.person is 'Who joined it.';
comment on column topic_supporter.joined_at is 'When it was joined here.';
alter table topic_supporter enable row level security;
alter table topic_supporter force row level security;
create policy "one community at a time" on topic_supporter using (community = current_community()) with check (community = current_community());
grant select, insert on topic_supporter to yishi_app;

/*
 How near two texts are, from 0 to 1. Chinese has no spaces between words, so the two-character shingles of each text, as words
 of their own, are what the trigrams are made of: word order counts little, and texts of a few characters can be compared.
*/
create function shingles(text) returns text language sql immutable parallel safe as $$
  select coalesce(string_agg(substr(bare, n, 2), ' '), '')
  from (select regexp_replace(lower($1), '[[:space:][:punct:]，。、；：！？（）《》“”‘’]+', '', 'g') as bare) b,
    generate_series(1, greatest(length(bare) - 1, 1)) n
$$;
comment on function shingles is 'The two-character pieces of a text without spaces and punctuation, as words.';
