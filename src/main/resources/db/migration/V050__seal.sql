-- The results of an edition as they were sealed: RFC 8785 canonical JSON, one row a version.
create table if not exists seal (
  id           bigint      not null primary key,
  edition_year integer     not null references finalisation (edition_year),
  version      integer     not null,
  content      longtext    not null,
  content_hash varchar(64) not null,
  reason       text        not null,
  sealed_by    varchar(64) not null,
  sealed_at    datetime(6) not null,
  unique (edition_year, version)
) character set utf8mb4 collate utf8mb4_bin;
