create table if not exists region (
  code varchar(3)  not null primary key,
  name varchar(60) not null
) character set utf8mb4 collate utf8mb4_bin;
