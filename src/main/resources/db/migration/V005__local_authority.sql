create table if not exists local_authority (
  code              varchar(9)   not null primary key,
  kind              varchar(20)  not null check (kind in ('MUNICIPALITY', 'INTERMUNICIPALITY', 'DEPARTMENT')),
  name              varchar(120) not null,
  search_name       varchar(120) character set ascii collate ascii_bin not null,
  department        varchar(3)   not null,
  region            varchar(3)   not null references region (code),
  population        integer,
  siren             varchar(9),
  intermunicipality varchar(9),
  index local_authority_search (search_name),
  index local_authority_department (department)
) character set utf8mb4 collate utf8mb4_bin;
