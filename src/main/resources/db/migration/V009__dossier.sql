-- Population as it was when the dossier came: the stratum must not move with the reference data.
create table if not exists dossier (
  id             bigint     not null primary key,
  edition_year   integer    not null references edition (year),
  authority_code varchar(9) not null references local_authority (code),
  population     integer    not null,
  synthetic      boolean    not null,
  next_number    integer    not null,
  version        integer    not null,
  unique key dossier_once (edition_year, authority_code)
) character set utf8mb4 collate utf8mb4_bin;
