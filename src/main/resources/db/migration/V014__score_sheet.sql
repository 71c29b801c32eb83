-- The key is the assignment's: one sheet for a juror and a dossier, whoever writes first.
create table if not exists score_sheet (
  assignment_id   bigint      not null primary key references assignment (id),
  status          varchar(12) not null check (status in ('DRAFT', 'SUBMITTED')),
  overall_comment text        not null,
  submitted_at    datetime(6),
  version         integer     not null
) character set utf8mb4 collate utf8mb4_bin;
