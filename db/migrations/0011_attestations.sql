-- What happened on paper and waits for a second person, and the corrections of closed ballots.

create table attestation (
  community uuid not null references community,
  id uuid not null,
  sort text not null constraint "an attestation is one of five sorts" check (sort in ('event', 'case', 'meeting', 'erratum', 'correction')),
  proposal uuid,
  input jsonb,
  evidence text not null,
  occurred_on date,
  entered_by uuid not null,
  entered_at timestamptz not null,
  outcome text constraint "an attestation is confirmed or rejected" check (outcome in ('confirmed', 'rejected')),
  decided_at timestamptz,
  reason text,
  primary key (community, id),
  foreign key (community, proposal) references proposal,
  foreign key (community, evidence) references disclosure,
  foreign key (community, reason) references disclosure,
  foreign key (community, entered_by) references account,
  constraint "an attestation is decided once" check ((outcome is null) = (decided_at is null)),
  constraint "what was entered is kept until it is decided" check ((outcome is null) = (input is not null)),
  constraint "a rejection has its reason" check (outcome is distinct from 'rejected' or reason is not null)
);
create index "attestations waiting" on attestation (community, id) where outcome is null;
comment on table attestation is 'What somebody of the office says happened on paper, until others have confirmed or rejected it; seen by the office.';
comment on column attestation.community is 'The community it belongs to.';
comment on column attestation.id is 'UUIDv7; what confirmations name it by.';
comment on column attestation.sort is 'What is attested: an event of a proposal, an old case, a whole paper meeting, an erratum, or the correction of a count.';
comment on column attestation.proposal is 'The proposal it is about; null for an old case and for a meeting, which name theirs in the input.';
comment on column attestation.input is 'What was entered, as the service takes it; may hold names and free text, so it is gone once decided.';
comment on column attestation.evidence is 'What on paper bears it out, as the commitment of an erasable disclosure.';
comment on column attestation.occurred_on is 'The day on which it happened, at +08:00; null for errata and corrections, which happen when they are confirmed.';
comment on column attestation.entered_by is 'The account that entered it; it cannot confirm.';
comment on column attestation.entered_at is 'When it was entered.';
comment on column attestation.outcome is 'Confirmed and on the record, or rejected; null while it waits.';
comment on column attestation.decided_at is 'When it was confirmed for the last time needed, or rejected.';
comment on column attestation.reason is 'Why it was rejected, as the commitment of an erasable disclosure.';

create table confirmation (
  community uuid not null,
  attestation uuid not null,
  account uuid not null,
  confirmed_at timestamptz not null,
  constraint "one person confirms once" primary key (community, attestation, account),
  foreign key (community, attestation) references attestation,
  foreign key (community, account) references account
);
comment on table confirmation is 'Who stands for an attestation beside the account that entered it; the record names them.';
comment on column confirmation.community is 'The community it belongs to.';
comment on column confirmation.attestation is 'What was confirmed.';
comment on column confirmation.account is 'Who confirmed it.';
comment on column confirmation.confirmed_at is 'When it was confirmed.';

create table vote_correction (
  community uuid not null,
  ballot uuid not null,
  person uuid not null,
  n integer not null constraint "corrections of a vote count from one" check (n >= 1),
  choice text not null constraint "a corrected choice is yes, no or abstain" check (choice in ('yes', 'no', 'abstain')),
  salt bytea not null constraint "a corrected vote's salt has 128 bits" check (octet_length(salt) = 16),
  commitment text not null constraint "a corrected vote's commitment is SHA-256 in hex" check (commitment ~ '^[0-9a-f]{64}$'),
  primary key (community, ballot, person, n),
  constraint "only a vote of somebody present is corrected" foreign key (community, ballot, person) references voter
);
comment on table vote_correction is 'What a vote was found to have been after the close (更正); the vote as first entered stays.';
comment on column vote_correction.community is 'The community it belongs to.';
comment on column vote_correction.ballot is 'The closed ballot.';
comment on column vote_correction.person is 'Whose vote it is.';
comment on column vote_correction.n is 'The newest counts.';
comment on column vote_correction.choice is 'yes, no or abstain; seen as the ballot''s roll call is.';
comment on column vote_correction.salt is '128 random bits.';
comment on column vote_correction.commitment is 'SHA-256 of salt and choice, which the record holds.';
create trigger "corrections stay" before update or delete or truncate on vote_correction execute function refuse_change();

do $$
declare t text;
begin
  foreach t in array array['attestation', 'confirmation', 'vote_correction'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy "one community at a time" on %I using (community = current_community()) with check (community = current_community())', t);
    execute format('grant select, insert on %I to yishi_app', t);
  end loop;
end $$;
grant update (input, outcome, decided_at, reason) on attestation to yishi_app;
