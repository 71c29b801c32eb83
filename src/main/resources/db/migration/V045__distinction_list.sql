-- How often the distinctions of a dossier were said, so that of two who read the same one is let through.
create table if not exists distinction_list (
  dossier_id bigint      not null primary key references dossier (id),
  changed_by varchar(64) not null,
  changed_at datetime(6) not null,
  version    integer     not null
) character set utf8mb4 collate utf8mb4_bin;
