-- A member has one vote on a motion; a later one replaces it as long as the motion is open.
create table if not exists ballot (
  id        bigint      not null primary key,
  motion_id bigint      not null references motion (id),
  juror_id  bigint      not null references juror (id),
  choice    varchar(8)  not null check (choice in ('FOR', 'AGAINST', 'ABSTAIN')),
  cast_by   varchar(64) not null,
  cast_at   datetime(6) not null,
  unique (motion_id, juror_id)
) character set utf8mb4 collate utf8mb4_bin;
