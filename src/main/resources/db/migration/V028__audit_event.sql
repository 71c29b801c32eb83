-- Append-only. payload_hash is SHA-256(nonce || state), mac is keyed with a secret that is not here.
create table if not exists audit_event (
  id           bigint       not null auto_increment primary key,
  recorded_at  datetime(6)  not null,
  action       varchar(20)  not null,
  actor        varchar(64)  not null,
  real_actor   varchar(64)  not null,
  kind         varchar(20)  not null,
  subject      varchar(120) not null,
  edition      integer,
  dossier      varchar(9),
  nonce        varchar(64)  not null,
  payload_hash varchar(64)  not null,
  mac          varchar(64)  not null,
  index audit_event_subject (kind, subject),
  index audit_event_edition (edition)
) character set utf8mb4 collate utf8mb4_bin;
