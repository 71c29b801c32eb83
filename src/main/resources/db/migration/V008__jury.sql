-- Jurors, president and vice-president. affiliation is the authority that a member works for or is
-- elected in: recusals are found by it. competences are codes of issues with a space between.
-- former_user is keyed: a member who was erased stays recused, and nobody can read who they were.
create table juror (
  id           bigint       not null primary key,
  edition_year integer      not null references edition (year),
  handle       varchar(40)  not null,
  username     varchar(64)  not null,
  name         varchar(120) not null,
  office       varchar(16)  not null default 'MEMBER'
    check (office in ('MEMBER', 'PRESIDENT', 'VICE_PRESIDENT')),
  affiliation  varchar(9)   references local_authority (code),
  email        varchar(254),
  language     varchar(2)   check (language in ('fr', 'en')),
  competences  varchar(1000),
  capacity     integer      check (capacity > 0),
  panel        varchar(40),
  answer       varchar(8)   check (answer in ('ACCEPTED', 'DECLINED')),
  withdrawn_at datetime(6),
  withdrawal_reason text,
  erased_at    datetime(6),
  former_user  varchar(64),
  version      integer      not null default 0,
  unique key juror_handle (edition_year, handle),
  unique key juror_username (edition_year, username),
  index juror_former_user (edition_year, former_user)
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- An assignment that has ended is kept with its sheet, which no longer counts.
create table assignment (
  id         bigint not null primary key,
  juror_id   bigint not null references juror (id),
  dossier_id bigint not null references dossier (id),
  ended      varchar(12) check (ended in ('RECUSED', 'WITHDRAWN')),
  purpose    varchar(16) check (purpose in ('CALIBRATION', 'SECOND_READING')),
  pinned     boolean not null default false,
  unique key assignment_once (dossier_id, juror_id),
  index assignment_juror (juror_id, ended, dossier_id)
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- Who leads on a dossier that both the president and the vice-president are recused from.
create table dossier_chair (
  id           bigint      not null primary key,
  dossier_id   bigint      not null references dossier (id),
  juror_id     bigint      not null references juror (id),
  reason       text        not null,
  appointed_by varchar(64) not null,
  appointed_at datetime(6) not null,
  version      integer     not null,
  unique key dossier_chair_once (dossier_id),
  index dossier_chair_juror (juror_id, dossier_id)
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- Of an authority, not of a dossier: a tie can be declared before the dossier comes, and declaring
-- it tells nobody whether there is one. active is null once lifted, so that one is in force at most.
create table recusal (
  id             bigint      not null primary key,
  juror_id       bigint      not null references juror (id),
  authority_code varchar(9)  not null references local_authority (code),
  ground         varchar(20) not null check (ground in ('DECLARED', 'AUTHORITY', 'INTERMUNICIPALITY', 'DEPARTMENT')),
  reason         text        not null,
  declared_by    varchar(64) not null,
  declared_at    datetime(6) not null,
  lifted_by      varchar(64),
  lifted_at      datetime(6),
  lift_reason    text,
  active         boolean,
  version        integer     not null,
  unique key recusal_once (juror_id, authority_code, active),
  index recusal_authority (authority_code)
) character set utf8mb4 collate utf8mb4_nopad_bin;
