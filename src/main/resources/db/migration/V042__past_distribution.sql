-- How many authorities got each level in past editions, as the press and the association told it.
create table if not exists past_distribution (
  edition integer      not null primary key,
  year    integer      not null,
  total   integer      not null,
  level0  integer,
  level1  integer,
  level2  integer,
  level3  integer,
  level4  integer,
  level5  integer,
  source  varchar(400) not null,
  note    varchar(400) not null
) character set utf8mb4 collate utf8mb4_bin;
