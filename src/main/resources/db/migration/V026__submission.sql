-- Every version of a sheet that was ever submitted, and why one was opened again.
create table if not exists submission (
  id            bigint      not null primary key,
  sheet_id      bigint      not null references score_sheet (assignment_id),
  number        integer     not null,
  submitted_by  varchar(64) not null,
  submitted_at  datetime(6) not null,
  content       longtext    not null,
  content_hash  varchar(64) not null,
  reopened_by   varchar(64),
  reopened_at   datetime(6),
  reopen_reason text,
  unique key submission_number (sheet_id, number)
) character set utf8mb4 collate utf8mb4_bin;
