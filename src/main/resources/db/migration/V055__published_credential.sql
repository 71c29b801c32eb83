-- The signed label of each dossier in a published document.
create table if not exists published_credential (
  id           bigint     not null primary key,
  edition_year integer    not null,
  version      integer    not null,
  code         varchar(9) not null,
  jwt          text       not null,
  unique (edition_year, version, code),
  foreign key (edition_year, version) references published_document (edition_year, version)
) character set utf8mb4 collate utf8mb4_bin;
