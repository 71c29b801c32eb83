-- The place of an event in the Merkle tree, from 0.
create table if not exists audit_leaf (
  position  bigint      not null primary key,
  event_id  bigint      not null unique,
  leaf_hash varchar(64) not null
) character set utf8mb4 collate utf8mb4_bin;
