create table if not exists audit_checkpoint (
  size          bigint      not null primary key,
  root_hash     varchar(64) not null,
  previous_hash varchar(64) not null,
  sealed_at     datetime(6) not null,
  hash          varchar(64) not null,
  mac           varchar(64) not null
) character set utf8mb4 collate utf8mb4_bin;
