create table if not exists imported_table (
  name         varchar(40) not null primary key,
  content_hash varchar(64)
);
