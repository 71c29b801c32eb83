-- The document is canonical JSON: content_hash is its SHA-256, so an edit by hand shows.
create table framework (
  id           varchar(60) not null primary key,
  document     longtext    not null,
  content_hash varchar(64) not null,
  frozen_at    datetime(6)
) character set utf8mb4 collate utf8mb4_nopad_bin;
