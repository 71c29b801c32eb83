-- Where a dossier is on its way from single sheets to what the jury says of it together.
create table if not exists review (
  dossier_id    bigint      not null primary key references dossier (id),
  stage         varchar(12) not null check (stage in ('INDIVIDUAL', 'CONSENSUS', 'PANEL')),
  rapporteur_id bigint      references juror (id),
  statement     text        not null,
  level         integer     check (level between 0 and 5),
  changed_by    varchar(64) not null,
  changed_at    datetime(6) not null,
  version       integer     not null
) character set utf8mb4 collate utf8mb4_bin;
