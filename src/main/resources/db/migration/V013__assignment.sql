create table if not exists assignment (
  id         bigint not null primary key,
  juror_id   bigint not null references juror (id),
  dossier_id bigint not null references dossier (id),
  unique key assignment_once (dossier_id, juror_id),
  index assignment_juror (juror_id)
) character set utf8mb4 collate utf8mb4_bin;
