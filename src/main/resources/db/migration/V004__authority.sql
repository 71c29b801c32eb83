-- Tables of reference data that were imported, and the hash of the imported file.
create table imported_table (
  name         varchar(40) not null primary key,
  content_hash varchar(64)
) character set utf8mb4 collate utf8mb4_nopad_bin;

create table region (
  code varchar(3)  not null primary key,
  name varchar(60) not null
) character set utf8mb4 collate utf8mb4_nopad_bin;

create table local_authority (
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
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- Labels of past editions, and those given here.
create table label_record (
  id             bigint       not null primary key,
  authority_code varchar(9),
  authority_name varchar(120) not null,
  edition        integer      not null,
  year           integer      not null,
  level          integer      not null check (level between 0 and 5),
  source         varchar(400) not null,
  note           varchar(400) not null,
  index label_record_authority (authority_code)
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- How many authorities got each level in past editions, as the press and the association told it.
create table past_distribution (
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
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- Mentions and distinctions of past editions, as the press and the association told them.
create table past_mention (
  id             bigint       not null primary key,
  authority_code varchar(9),
  authority_name varchar(120) not null,
  edition        integer      not null,
  year           integer      not null,
  distinction    varchar(120) not null,
  source         varchar(400) not null,
  index past_mention_authority (authority_code)
) character set utf8mb4 collate utf8mb4_nopad_bin;
