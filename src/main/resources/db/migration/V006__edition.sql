-- evaluation_ends_at: when jurors are to have submitted. phase_since: when the phase began.
create table edition (
  year           integer     not null primary key,
  number         integer     not null unique,
  name           varchar(200) not null,
  phase          varchar(20) not null check (phase in ('DRAFT', 'OPEN', 'EVALUATION', 'DELIBERATION', 'FINALISED', 'PUBLISHED')),
  phase_reason   text,
  framework_id   varchar(60) not null references framework (id),
  policy         longtext    not null,
  policy_hash    varchar(64) not null,
  reference_date date        not null,
  version        integer     not null,
  evaluation_ends_at datetime(6),
  phase_since datetime(6)
) character set utf8mb4 collate utf8mb4_nopad_bin;
