-- Every text column compares byte by byte and counts trailing spaces (utf8mb4_nopad_bin): to a query
-- '78138 ' is not '78138', as it is not to Java.

-- The one sequence behind every database id (BaseEntity), fifty at a time.
create sequence entity_seq start with 1 increment by 50;

-- The key is claimed in the transaction of the write that it protects, so that a repeated request
-- cannot write twice.
create table idempotency_record (
  username    varchar(64)  not null,
  client_key  varchar(100) not null,
  fingerprint varchar(64)  not null,
  status      integer      not null,
  body        longtext     not null,
  etag        varchar(80),
  location    varchar(400),
  kept_at     datetime(6)  not null,
  mac         varchar(64)  not null,
  primary key (username, client_key),
  index idempotency_record_age (kept_at)
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- Long work. The row holds all of it, so that any server can answer for it.
create table job (
  id         varchar(36)  not null primary key,
  kind       varchar(40)  not null,
  owner      varchar(64)  not null,
  edition    integer,
  parameters longtext     not null,
  state      varchar(12)  not null check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
  done       bigint       not null,
  total      bigint       not null,
  result     longtext,
  cancelled  boolean      not null,
  begun_at   datetime(6)  not null,
  beaten_at  datetime(6)  not null,
  mac        varchar(64)  not null,
  index job_age (begun_at)
) character set utf8mb4 collate utf8mb4_nopad_bin;
