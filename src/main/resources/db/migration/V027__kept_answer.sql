-- The key is claimed in the transaction of the write that it protects, so that two cannot happen.
create table if not exists kept_answer (
  username    varchar(64)  not null,
  client_key  varchar(100) not null,
  fingerprint varchar(64)  not null,
  status      integer      not null,
  body        longtext     not null,
  etag        varchar(80),
  location    varchar(400),
  kept_at     datetime(6)  not null,
  primary key (username, client_key),
  index kept_answer_age (kept_at)
) character set utf8mb4 collate utf8mb4_bin;
