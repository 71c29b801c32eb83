-- A meeting of the jury in camera.
create table if not exists deliberation_session (
  id           bigint       not null primary key,
  edition_year integer      not null references edition (year),
  number       integer      not null,
  held_at      datetime(6)  not null,
  place        varchar(120) not null,
  state        varchar(8)   not null check (state in ('PLANNED', 'OPEN', 'CLOSED')),
  opened_at    datetime(6),
  closed_at    datetime(6),
  presided_by  varchar(64),
  members      integer,
  needed       integer,
  version      integer      not null,
  unique (edition_year, number)
) character set utf8mb4 collate utf8mb4_bin;
