create table if not exists initiative_service (
  initiative_id bigint      not null references initiative (id),
  service       varchar(60) not null,
  primary key (initiative_id, service)
) character set utf8mb4 collate utf8mb4_bin;
