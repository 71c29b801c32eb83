-- When the embargo of an edition ends by itself.
create table if not exists embargo (
  edition_year integer     not null primary key references edition (year),
  ends_at      datetime(6),
  set_by       varchar(64) not null,
  set_at       datetime(6) not null,
  version      integer     not null
) character set utf8mb4 collate utf8mb4_bin;
