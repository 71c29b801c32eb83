-- What a dossier gets beside its level. A correction ends rows and adds others: what each version of
-- the results said can be read again.
create table if not exists distinction (
  id           bigint       not null primary key,
  dossier_id   bigint       not null references dossier (id),
  kind         varchar(20)  not null
    check (kind in ('SPECIAL_MENTION', 'GREEN_AT', 'EXCELLENCE', 'OUT_OF_COMPETITION')),
  title        varchar(120) not null,
  until_year   integer,
  reason       text         not null,
  from_version integer      not null,
  to_version   integer,
  decided_by   varchar(64)  not null,
  decided_at   datetime(6)  not null,
  index distinction_dossier (dossier_id)
) character set utf8mb4 collate utf8mb4_bin;
