-- A level that a version of the results puts right.
create table if not exists correction (
  id           bigint  not null primary key,
  edition_year integer not null references finalisation (edition_year),
  version      integer not null,
  dossier_id   bigint  not null references dossier (id),
  from_level   integer not null check (from_level between 0 and 5),
  to_level     integer not null check (to_level between 0 and 5),
  reason       text    not null,
  unique (version, dossier_id)
) character set utf8mb4 collate utf8mb4_bin;
