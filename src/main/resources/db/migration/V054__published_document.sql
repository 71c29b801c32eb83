-- What was published of a version of the results, signed: a compact JWS.
create table if not exists published_document (
  id            bigint      not null primary key,
  edition_year  integer     not null references publication (edition_year),
  version       integer     not null,
  jws           longtext    not null,
  document_hash varchar(64) not null,
  signing_key   varchar(64) not null references signing_key (id),
  published_at  datetime(6) not null,
  unique (edition_year, version)
) character set utf8mb4 collate utf8mb4_bin;
