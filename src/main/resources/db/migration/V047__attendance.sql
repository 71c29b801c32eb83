-- Who attends a session: in the room, from elsewhere, or by a mandate that another member holds.
create table if not exists attendance (
  id         bigint     not null primary key,
  session_id bigint     not null references deliberation_session (id),
  juror_id   bigint     not null references juror (id),
  mode       varchar(8) not null check (mode in ('PRESENT', 'REMOTE', 'MANDATE')),
  holder_id  bigint     references juror (id),
  unique (session_id, juror_id),
  check ((mode = 'MANDATE') = (holder_id is not null))
) character set utf8mb4 collate utf8mb4_bin;
