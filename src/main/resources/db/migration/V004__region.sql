create table if not exists region (
  code varchar(3)  not null primary key,
  name varchar(60) not null
);
