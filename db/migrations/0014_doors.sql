-- What waits for a second person while a ballot is open: papers, hands and votes put right.

alter table attestation drop constraint "an attestation is one of five sorts";
alter table attestation add constraint "an attestation is of a known sort" check (sort in ('event', 'case', 'meeting', 'erratum', 'correction', 'papers', 'hands', 'vote-change', 'tally'));
comment on column attestation.sort is 'What is attested: an event of a proposal, an old case, a whole paper meeting, an erratum, the correction of a count; of an open ballot papers, a count of hands, a vote put right, or the tally of secret papers.';
create index "attestations of an open ballot" on attestation (community, (input ->> 'ballot')) where outcome is null;
