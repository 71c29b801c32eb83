-- Why a juror reads a dossier, where that is not the ordinary reading; and that a plan leaves it.
alter table assignment
  add column if not exists purpose varchar(16) check (purpose in ('CALIBRATION', 'SECOND_READING')),
  add column if not exists pinned boolean not null default false;
