create table if not exists label_record (
  id             bigint       not null primary key,
  authority_code varchar(9),
  authority_name varchar(120) not null,
  edition        integer      not null,
  year           integer      not null,
  level          integer      not null check (level between 0 and 5),
  source         varchar(400) not null,
  note           varchar(400) not null,
  index label_record_authority (authority_code)
) character set utf8mb4 collate utf8mb4_bin;
