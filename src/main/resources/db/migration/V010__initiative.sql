create table if not exists initiative (
  id          bigint       not null primary key,
  dossier_id  bigint       not null references dossier (id),
  number      integer      not null,
  title       varchar(200) not null,
  description text         not null,
  url         varchar(400),
  started_on  date,
  ongoing     boolean      not null,
  synthetic   boolean      not null,
  version     integer      not null,
  unique key initiative_number (dossier_id, number)
) character set utf8mb4 collate utf8mb4_bin;
