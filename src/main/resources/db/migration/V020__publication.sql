create table if not exists publication (
  edition_year integer     not null primary key references finalisation (edition_year),
  published_at datetime(6) not null,
  published_by varchar(64) not null
) character set utf8mb4 collate utf8mb4_bin;
