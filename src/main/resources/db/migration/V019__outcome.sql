create table if not exists outcome (
  id             bigint      not null primary key,
  edition_year   integer     not null references finalisation (edition_year),
  dossier_id     bigint      not null unique references dossier (id),
  score          decimal(12, 10),
  computed_level integer,
  level          integer     not null check (level between 0 and 5),
  reason         text        not null,
  marks_hash     varchar(64) not null,
  index outcome_edition (edition_year, level)
) character set utf8mb4 collate utf8mb4_bin;
