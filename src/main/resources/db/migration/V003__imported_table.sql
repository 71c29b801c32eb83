create table imported_table (
  name         varchar(40) not null primary key,
  content_hash varchar(64)
);
