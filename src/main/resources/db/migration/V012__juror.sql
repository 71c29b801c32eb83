create table if not exists juror (
  id           bigint       not null primary key,
  edition_year integer      not null references edition (year),
  handle       varchar(40)  not null,
  username     varchar(64)  not null,
  name         varchar(120) not null,
  unique key juror_handle (edition_year, handle),
  unique key juror_username (edition_year, username)
) character set utf8mb4 collate utf8mb4_bin;
