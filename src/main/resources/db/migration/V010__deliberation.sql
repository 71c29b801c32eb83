-- marks_hash and sheets_hash are the marks and the versions of the sheets that the decision was taken
-- on. It goes stale by acts, not by values: nobody can tell from it whether a hidden mark has changed.
create table decision (
  id             bigint      not null primary key,
  dossier_id     bigint      not null unique references dossier (id),
  computed_level integer,
  awarded_level  integer     not null check (awarded_level between 0 and 5),
  reason         text        not null,
  marks_hash     varchar(64) not null,
  decided_by     varchar(64) not null,
  decided_at     datetime(6) not null,
  version        integer     not null,
  sheets_hash    varchar(64) not null,
  probability    decimal(7, 6),
  signed_by      varchar(64),
  signed_at      datetime(6)
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- What a dossier gets beside its level. A correction ends rows and adds others: what each version of
-- the results said can be read again.
create table distinction (
  id           bigint       not null primary key,
  dossier_id   bigint       not null references dossier (id),
  kind         varchar(20)  not null
    check (kind in ('SPECIAL_MENTION', 'GREEN_AT', 'EXCELLENCE', 'OUT_OF_COMPETITION')),
  title        varchar(120) not null,
  until_year   integer,
  reason       text         not null,
  from_version integer      not null,
  to_version   integer,
  decided_by   varchar(64)  not null,
  decided_at   datetime(6)  not null,
  index distinction_dossier (dossier_id)
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- How often the distinctions of a dossier were said, so that of two who read the same one is let through.
create table distinction_list (
  dossier_id bigint      not null primary key references dossier (id),
  changed_by varchar(64) not null,
  changed_at datetime(6) not null,
  version    integer     not null
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- Where a dossier is on its way from single sheets to what the jury says of it together.
create table review (
  dossier_id    bigint      not null primary key references dossier (id),
  stage         varchar(12) not null check (stage in ('INDIVIDUAL', 'CONSENSUS', 'PANEL')),
  rapporteur_id bigint      references juror (id),
  statement     text        not null,
  level         integer     check (level between 0 and 5),
  changed_by    varchar(64) not null,
  changed_at    datetime(6) not null,
  version       integer     not null
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- What a juror says of a statement, in one of its versions; the last one counts.
create table review_voice (
  id             bigint      not null primary key,
  dossier_id     bigint      not null references review (dossier_id),
  juror_id       bigint      not null references juror (id),
  review_version integer     not null,
  agrees         boolean     not null,
  remark         text        not null,
  given_at       datetime(6) not null,
  index review_voice_dossier (dossier_id)
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- A meeting of the jury in camera.
create table deliberation_session (
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
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- Who attends a session: in the room, from elsewhere, or by a mandate that another member holds. A
-- member who leaves and comes back has two rows.
create table attendance (
  id         bigint     not null primary key,
  session_id bigint     not null references deliberation_session (id),
  juror_id   bigint     not null references juror (id),
  mode       varchar(8) not null check (mode in ('PRESENT', 'REMOTE', 'MANDATE')),
  holder_id  bigint     references juror (id),
  arrived_at datetime(6),
  left_at    datetime(6),
  index attendance_of_member (session_id, juror_id),
  check ((mode = 'MANDATE') = (holder_id is not null))
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- What a session votes on. left_members: who is recused from the dossier and has left the room.
create table motion (
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
  entitled          integer,
  attending         integer,
  needed            integer,
  unique (session_id, number),
  check ((kind = 'LEVEL') = (level is not null)),
  check ((kind = 'DISTINCTION') = (distinction is not null)),
  check (kind = 'OTHER' or dossier_id is not null)
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- A member has one vote on a motion; a later one replaces it as long as the motion is open.
create table ballot (
  id        bigint      not null primary key,
  motion_id bigint      not null references motion (id),
  juror_id  bigint      not null references juror (id),
  choice    varchar(8)  not null check (choice in ('FOR', 'AGAINST', 'ABSTAIN')),
  cast_by   varchar(64) not null,
  cast_at   datetime(6) not null,
  unique (motion_id, juror_id)
) character set utf8mb4 collate utf8mb4_nopad_bin;

create table finalisation (
  edition_year   integer     not null primary key references edition (year),
  finalised_at   datetime(6) not null,
  finalised_by   varchar(64) not null,
  engine         varchar(40) not null,
  framework_hash varchar(64) not null,
  policy_hash    varchar(64) not null,
  marks_hash     varchar(64) not null
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- The results with the names of the time: reference data move on, results do not.
create table outcome (
  id             bigint      not null primary key,
  edition_year   integer     not null references finalisation (edition_year),
  dossier_id     bigint      not null unique references dossier (id),
  score          decimal(12, 10),
  computed_level integer,
  level          integer     not null check (level between 0 and 5),
  reason         text        not null,
  marks_hash     varchar(64) not null,
  name           varchar(120) not null,
  kind           varchar(20)  not null,
  department     varchar(3)   not null,
  region         varchar(3)   not null,
  region_name    varchar(60)  not null,
  stratum        varchar(64)  not null,
  index outcome_edition (edition_year, level)
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- The results of an edition as they were sealed: RFC 8785 canonical JSON, one row a version.
create table seal (
  id           bigint      not null primary key,
  edition_year integer     not null references finalisation (edition_year),
  version      integer     not null,
  content      longtext    not null,
  content_hash varchar(64) not null,
  reason       text        not null,
  sealed_by    varchar(64) not null,
  sealed_at    datetime(6) not null,
  unique (edition_year, version)
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- A level that a version of the results puts right.
create table correction (
  id           bigint  not null primary key,
  edition_year integer not null references finalisation (edition_year),
  version      integer not null,
  dossier_id   bigint  not null references dossier (id),
  from_level   integer not null check (from_level between 0 and 5),
  to_level     integer not null check (to_level between 0 and 5),
  reason       text    not null,
  unique (version, dossier_id)
) character set utf8mb4 collate utf8mb4_nopad_bin;
