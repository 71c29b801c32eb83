-- The vice-president decides the dossiers that the president is recused from.
alter table account modify role varchar(16) not null
  check (role in ('juror', 'president', 'vice-president', 'secretariat', 'applicant'));
