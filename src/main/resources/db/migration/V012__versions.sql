-- How many acts on a dossier could have changed its rating; raised in the transaction of each. Whoever
-- has kept ratings asks here whether they are still the right ones.
create table rating_version (
  edition_year integer    not null,
  code         varchar(9) not null,
  version      integer    not null,
  primary key (edition_year, code)
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- How many acts could have changed a public answer; one row.
create table public_version (
  id      tinyint not null primary key,
  version bigint  not null
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- The scores of a dossier that all jurors read, as they were when a mean of them was told first; signed
-- with the server's key. No other mean is told.
create table calibration_panel (
  dossier_id bigint      not null primary key references dossier (id) on delete cascade,
  scores     text        not null check (json_valid(scores)),
  mac        varchar(64) not null
) character set utf8mb4 collate utf8mb4_nopad_bin;
