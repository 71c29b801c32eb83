-- Of an authority, not of a dossier: a tie can be declared before the dossier comes, and declaring
-- it tells nobody whether there is one. active is null once lifted, so that one is in force at most.
create table if not exists recusal (
  id             bigint      not null primary key,
  juror_id       bigint      not null references juror (id),
  authority_code varchar(9)  not null references local_authority (code),
  ground         varchar(20) not null check (ground in ('DECLARED', 'AUTHORITY', 'INTERMUNICIPALITY', 'DEPARTMENT')),
  reason         text        not null,
  declared_by    varchar(64) not null,
  declared_at    datetime(6) not null,
  lifted_by      varchar(64),
  lifted_at      datetime(6),
  lift_reason    text,
  active         boolean,
  version        integer     not null,
  unique key recusal_once (juror_id, authority_code, active),
  index recusal_authority (authority_code)
) character set utf8mb4 collate utf8mb4_bin;
