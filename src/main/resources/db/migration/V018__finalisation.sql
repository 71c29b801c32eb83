create table if not exists finalisation (
  edition_year   integer     not null primary key references edition (year),
  finalised_at   datetime(6) not null,
  finalised_by   varchar(64) not null,
  engine         varchar(40) not null,
  framework_hash varchar(64) not null,
  policy_hash    varchar(64) not null,
  marks_hash     varchar(64) not null
) character set utf8mb4 collate utf8mb4_bin;
