-- Append-only. payload_hash is SHA-256(nonce || state); mac is keyed with a secret that is not in the
-- database. No two events have the same nonce, so that a signed event cannot be copied. actors_hash is
-- SHA-256(actor_salt || names): once the salt is gone, nobody can find the names from the hash.
create table audit_event (
  id           bigint       not null auto_increment primary key,
  recorded_at  datetime(6)  not null,
  action       varchar(20)  not null,
  actor        varchar(64)  not null,
  real_actor   varchar(64)  not null,
  kind         varchar(20)  not null,
  subject      varchar(120) not null,
  edition      integer,
  dossier      varchar(9),
  nonce        varchar(64)  not null unique,
  payload_hash varchar(64)  not null,
  mac          varchar(64)  not null,
  actor_salt   varchar(64),
  actors_hash  varchar(64)  not null,
  index audit_event_subject (kind, subject),
  index audit_event_edition (edition)
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- The place of an event in the Merkle tree, from 0.
create table audit_leaf (
  position  bigint      not null primary key,
  event_id  bigint      not null unique,
  leaf_hash varchar(64) not null
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- The root of the tree after a number of events.
create table audit_checkpoint (
  size          bigint      not null primary key,
  root_hash     varchar(64) not null,
  previous_hash varchar(64) not null,
  sealed_at     datetime(6) not null,
  hash          varchar(64) not null,
  mac           varchar(64) not null
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- What witnesses signed of the audit record's heads (C2SP tlog-cosignature). Each line is checked
-- with the witness's key before it is shown.
create table cosignature (
  size    bigint       not null references audit_checkpoint (size),
  witness varchar(200) not null,
  line    varchar(400) not null,
  primary key (size, witness)
) character set utf8mb4 collate utf8mb4_nopad_bin;
