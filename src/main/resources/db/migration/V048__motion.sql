-- What a session votes on. left_members: who is recused from the dossier and has left the room.
create table if not exists motion (
  id                bigint       not null primary key,
  session_id        bigint       not null references deliberation_session (id),
  number            integer      not null,
  dossier_id        bigint       references dossier (id),
  kind              varchar(12)  not null check (kind in ('LEVEL', 'DISTINCTION', 'OTHER')),
  text              text         not null,
  level             integer      check (level between 0 and 5),
  distinction       varchar(20),
  distinction_title varchar(120),
  state             varchar(10)  not null check (state in ('OPEN', 'ADOPTED', 'REJECTED', 'WITHDRAWN')),
  casting_vote      varchar(8)   check (casting_vote in ('FOR', 'AGAINST')),
  left_members      text         not null,
  moved_by          varchar(64)  not null,
  moved_at          datetime(6)  not null,
  closed_at         datetime(6),
  version           integer      not null,
  unique (session_id, number),
  check ((kind = 'LEVEL') = (level is not null)),
  check ((kind = 'DISTINCTION') = (distinction is not null)),
  check (kind = 'OTHER' or dossier_id is not null)
) character set utf8mb4 collate utf8mb4_bin;
