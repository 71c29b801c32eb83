-- The key is that of the assignment: one sheet for a juror and a dossier, whoever writes first. A
-- reopened sheet can be written in DELIBERATION, others cannot. All that is written in a sheet is one
-- document: {"comments":[[initiative,text],[initiative,text,audience],…],
-- "marks":[[initiative,criterion,value],[initiative,criterion,null,state],…],
-- "overallAudience":audience,"overallComment":text}; no audience: the jury only.
create table score_sheet (
  assignment_id bigint      not null primary key references assignment (id),
  status        varchar(12) not null check (status in ('DRAFT', 'SUBMITTED')),
  content       longtext    not null check (json_valid(content)),
  submitted_at  datetime(6),
  version       integer     not null,
  reopened      boolean     not null default false
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- The marks and comments as rows, for whoever looks into the database; the server reads documents.
-- MariaDB creates a view of a json_table only inside a derived table, unless the user may read every
-- database.
create view mark as
  select t.* from (
    select s.assignment_id sheet_id, m.initiative, m.criterion, coalesce(m.state, 'MARKED') state, m.mark_value
    from score_sheet s,
      json_table(s.content, '$.marks[*]' columns (
        initiative integer path '$[0]',
        criterion varchar(40) path '$[1]',
        mark_value decimal(9, 3) path '$[2]',
        state varchar(16) path '$[3]')) m) t;

create view sheet_comment as
  select t.* from (
    select s.assignment_id sheet_id, c.initiative, c.body, coalesce(c.audience, 'JURY') audience
    from score_sheet s,
      json_table(s.content, '$.comments[*]' columns (
        initiative integer path '$[0]',
        body text path '$[1]',
        audience varchar(16) path '$[2]')) c) t;

-- Every version of a sheet that was ever submitted, and why one was opened again.
create table submission (
  id            bigint      not null primary key,
  sheet_id      bigint      not null references score_sheet (assignment_id),
  number        integer     not null,
  submitted_by  varchar(64) not null,
  submitted_at  datetime(6) not null,
  content       longtext    not null check (json_valid(content)),
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
  mac          varchar(64)  not null,
  primary key (edition_year, juror_id, kind, occasion)
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- What jurors write for themselves about a dossier. Nobody else reads it: it is not under the audit
-- record, but signed with the server's key.
create table private_notes (
  assignment_id bigint      not null primary key references assignment (id) on delete cascade,
  content       longtext    not null check (json_valid(content)),
  version       integer     not null,
  mac           varchar(64) not null
) character set utf8mb4 collate utf8mb4_nopad_bin;
