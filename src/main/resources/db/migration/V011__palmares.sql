create table publication (
  edition_year integer     not null primary key references finalisation (edition_year),
  published_at datetime(6) not null,
  published_by varchar(64) not null
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- When the embargo of an edition ends by itself.
create table embargo (
  edition_year integer     not null primary key references edition (year),
  ends_at      datetime(6),
  set_by       varchar(64) not null,
  set_at       datetime(6) not null,
  version      integer     not null
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- Public keys that published documents are signed with. The private ones are not here.
create table signing_key (
  id         varchar(64)  not null primary key,
  public_jwk text         not null,
  address    varchar(400) not null,
  since      datetime(6)  not null,
  retired_at datetime(6),
  revoked_at datetime(6),
  revoked_by varchar(64),
  reason     text         not null
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- What was published of a version of the results, signed: a compact JWS.
create table published_document (
  id            bigint      not null primary key,
  edition_year  integer     not null references publication (edition_year),
  version       integer     not null,
  jws           longtext    not null,
  document_hash varchar(64) not null,
  signing_key   varchar(64) not null references signing_key (id),
  published_at  datetime(6) not null,
  unique (edition_year, version)
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- The signed label of each dossier in a published document.
create table published_credential (
  id           bigint     not null primary key,
  edition_year integer    not null,
  version      integer    not null,
  code         varchar(9) not null,
  jwt          text       not null,
  unique (edition_year, version, code),
  foreign key (edition_year, version) references published_document (edition_year, version)
) character set utf8mb4 collate utf8mb4_nopad_bin;
