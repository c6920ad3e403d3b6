-- Secret ballots: who took part in one table, what was chosen in another, and nothing between them.

create table participation (
  community uuid not null,
  ballot uuid not null,
  person uuid not null,
  door text not null constraint "part is taken by phone or by a paper" check (door in ('phone', 'paper')),
  constraint "one voter takes part once" primary key (community, ballot, person),
  constraint "part is taken by somebody present at the roll call" foreign key (community, ballot, person) references voter
);
comment on table participation is 'Who took part in a secret ballot (无记名表决), once whatever the door; neither the choice nor the time is kept with it.';
comment on column participation.community is 'The community whose body decides.';
comment on column participation.ballot is 'The secret ballot.';
comment on column participation.person is 'Who took part, present at the roll call.';
comment on column participation.door is 'phone, or paper where the voter was handed one and votes at the box.';

alter table secret_choice add column groups text[] not null default '{}';
alter table secret_choice add constraint "a secret choice is yes, no or abstain" check (choice in ('yes', 'no', 'abstain'));
comment on column secret_choice.choice is 'yes, no or abstain (赞成, 反对, 弃权), as a phone chose; papers lie in the box and are only counted. Tied to nobody.';
comment on column secret_choice.groups is 'The groups of the voter that the rule counts apart, and no others; mostly none.';

alter table ballot add column apart text[];
alter table ballot add column tallied boolean not null default false;
comment on column ballot.apart is 'For a secret ballot, the groups that the rule counts apart; null elsewhere.';
comment on column ballot.tallied is 'True once the papers of a secret ballot are counted: from then on nobody takes part any more.';
grant update (tallied) on ballot to yishi_app;

do $$
declare t text;
begin
  foreach t in array array['participation'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy "one community at a time" on %I using (community = current_community()) with check (community = current_community())', t);
    execute format('grant select, insert on %I to yishi_app', t);
  end loop;
end $$;
