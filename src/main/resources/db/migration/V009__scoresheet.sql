-- The key is that of the assignment: one sheet for a juror and a dossier, whoever writes first. A
-- reopened sheet can be written in DELIBERATION, others cannot.
create table score_sheet (
  assignment_id   bigint      not null primary key references assignment (id),
  status          varchar(12) not null check (status in ('DRAFT', 'SUBMITTED')),
  overall_comment text        not null,
  submitted_at    datetime(6),
  version         integer     not null,
  reopened        boolean     not null default false
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- Clustered by sheet: reading a sheet, or all of them, is one range. A mark twice cannot be.
create table mark (
  sheet_id   bigint      not null references score_sheet (assignment_id),
  initiative integer     not null,
  criterion  varchar(40) not null,
  state      varchar(16) not null check (state in ('MARKED', 'NOT_APPLICABLE', 'ABSTAINED')),
  mark_value decimal(9, 3),
  primary key (sheet_id, initiative, criterion),
  constraint mark_has_value check ((state = 'MARKED') = (mark_value is not null))
) character set utf8mb4 collate utf8mb4_nopad_bin;

create table sheet_comment (
  sheet_id   bigint  not null references score_sheet (assignment_id),
  initiative integer not null,
  body       text    not null,
  primary key (sheet_id, initiative)
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- Every version of a sheet that was ever submitted, and why one was opened again.
create table submission (
  id            bigint      not null primary key,
  sheet_id      bigint      not null references score_sheet (assignment_id),
  number        integer     not null,
  submitted_by  varchar(64) not null,
  submitted_at  datetime(6) not null,
  content       longtext    not null,
  content_hash  varchar(64) not null,
  reopened_by   varchar(64),
  reopened_at   datetime(6),
  reopen_reason text,
  unique key submission_number (sheet_id, number)
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- What was written to whom: the key is why nothing is written twice. SENDING is claimed by one server; one that dies
-- while it sends leaves it so, and nobody sends it again without being asked.
create table mail (
  edition_year integer      not null references edition (year),
  juror_id     bigint       not null references juror (id) on delete cascade,
  kind         varchar(12)  not null check (kind in ('INVITATION', 'REMINDER')),
  occasion     varchar(20)  not null,
  address      varchar(254) not null,
  subject      varchar(200) not null,
  body         text         not null,
  state        varchar(8)   not null check (state in ('WAITING', 'SENDING', 'SENT', 'FAILED')),
  ordered      varchar(36)  not null,
  written_at   datetime(6)  not null,
  claimed_at   datetime(6),
  sent_at      datetime(6),
  primary key (edition_year, juror_id, kind, occasion)
) character set utf8mb4 collate utf8mb4_nopad_bin;
