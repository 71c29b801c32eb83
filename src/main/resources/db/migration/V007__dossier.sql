-- population is as it was when the dossier came: the stratum must not move with the reference data.
-- anchor is the score that another jury gave: it links the scale of one edition to the next.
create table dossier (
  id             bigint     not null primary key,
  edition_year   integer    not null references edition (year),
  authority_code varchar(9) not null references local_authority (code),
  population     integer    not null,
  synthetic      boolean    not null,
  next_number    integer    not null,
  version        integer    not null,
  anchor         decimal(11, 10) check (anchor is null or anchor between 0 and 1),
  unique key dossier_once (edition_year, authority_code)
) character set utf8mb4 collate utf8mb4_nopad_bin;

create table initiative (
  id          bigint       not null primary key,
  dossier_id  bigint       not null references dossier (id),
  number      integer      not null,
  title       varchar(200) not null,
  description text         not null,
  url         varchar(400),
  started_on  date,
  ongoing     boolean      not null,
  synthetic   boolean      not null,
  version     integer      not null,
  unique key initiative_number (dossier_id, number)
) character set utf8mb4 collate utf8mb4_nopad_bin;

create table initiative_service (
  initiative_id bigint      not null references initiative (id),
  service       varchar(60) not null,
  primary key (initiative_id, service)
) character set utf8mb4 collate utf8mb4_nopad_bin;
