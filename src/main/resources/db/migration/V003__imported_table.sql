create table if not exists imported_table (
  name         varchar(40) not null primary key,
  content_hash varchar(64)
) character set utf8mb4 collate utf8mb4_bin;
