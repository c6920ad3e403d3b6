-- Owners may demand their assembly as residents demand theirs; the developer's unsold units together sign once.

alter table demand drop constraint "adults, households or representatives sign";
alter table demand add constraint "adults, households, representatives or owners sign"
  check (signers in ('adults', 'households', 'representatives', 'owners'));
comment on column demand.signers is 'Whose signatures count: adults, households (one each), the elected representatives, or owners.';
