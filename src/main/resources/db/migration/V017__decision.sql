-- marks_hash is what the president saw: finalisation refuses when they are not so any more.
create table if not exists decision (
  id             bigint      not null primary key,
  dossier_id     bigint      not null unique references dossier (id),
  computed_level integer,
  awarded_level  integer     not null check (awarded_level between 0 and 5),
  reason         text        not null,
  marks_hash     varchar(64) not null,
  decided_by     varchar(64) not null,
  decided_at     datetime(6) not null,
  version        integer     not null
) character set utf8mb4 collate utf8mb4_bin;
