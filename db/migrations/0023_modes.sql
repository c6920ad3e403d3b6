-- A residents' committee is elected by the residents, by one of each household, or by the residents' representatives.
alter table meeting drop constraint "an assembly meets by persons or by households";
alter table meeting add constraint "a body meets by persons, households or representatives" check (mode in ('persons', 'households', 'representatives'));
comment on column meeting.mode is 'Whether an assembly or an election goes by persons, by households or by representatives, chosen before it is called; null for other bodies.';
