-- Long work. What it is of stands in the row, so that any server can answer for it.
create table if not exists job (
  id         varchar(36)  not null primary key,
  kind       varchar(40)  not null,
  owner      varchar(64)  not null,
  edition    integer,
  parameters longtext     not null,
  state      varchar(12)  not null check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
  done       bigint       not null,
  total      bigint       not null,
  result     longtext,
  cancelled  boolean      not null,
  begun_at   datetime(6)  not null,
  beaten_at  datetime(6)  not null,
  index job_age (begun_at)
) character set utf8mb4 collate utf8mb4_bin;
