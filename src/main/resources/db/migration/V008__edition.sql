create table if not exists edition (
  year           integer     not null primary key,
  number         integer     not null unique,
  name           varchar(200) not null,
  phase          varchar(20) not null check (phase in ('DRAFT', 'OPEN', 'EVALUATION', 'DELIBERATION', 'FINALISED', 'PUBLISHED')),
  phase_reason   text,
  framework_id   varchar(60) not null references framework (id),
  policy         longtext    not null,
  policy_hash    varchar(64) not null,
  reference_date date        not null,
  version        integer     not null
) character set utf8mb4 collate utf8mb4_bin;
