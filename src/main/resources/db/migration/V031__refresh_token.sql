-- Only hashes: who reads this table can sign in as nobody. mac is keyed with a secret that is not here:
-- nor can who writes it.
create table if not exists refresh_token (
  token_hash varchar(64) not null primary key,
  family     varchar(36) not null,
  username   varchar(64) not null references account (username) on delete cascade,
  expires_at datetime(6) not null,
  used_at    datetime(6),
  uses       integer     not null,
  mac        varchar(64) not null,
  index refresh_token_family (family)
) character set utf8mb4 collate utf8mb4_bin;
