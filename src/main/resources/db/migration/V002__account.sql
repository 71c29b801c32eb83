create table if not exists account (
  username       varchar(64)  not null primary key,
  password_hash  varchar(100) not null,
  role           varchar(16)  not null check (role in ('juror', 'president', 'secretariat', 'applicant')),
  authority_code varchar(9)
) character set utf8mb4 collate utf8mb4_bin;
