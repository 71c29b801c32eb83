-- Local accounts of the embedded default. The mac is keyed with a secret that is not in the database:
-- nobody signs in with what somebody wrote by SQL.
create table account (
  username       varchar(64)  not null primary key,
  password_hash  varchar(100) not null,
  role           varchar(16)  not null 
    check (role in ('juror', 'president', 'vice-president', 'secretariat', 'applicant')),
  authority_code varchar(9),
  mac            varchar(64)  not null
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- Only hashes, and a mac keyed with a secret that is not in the database: nobody can sign in by reading
-- this table or by writing to it.
create table refresh_token (
  token_hash varchar(64) not null primary key,
  family     varchar(36) not null,
  username   varchar(64) not null references account (username) on delete cascade,
  expires_at datetime(6) not null,
  used_at    datetime(6),
  uses       integer     not null,
  mac        varchar(64) not null,
  index refresh_token_family (family)
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- Failed attempts in the present window, by user and address, and by address alone (username '').
-- succeeded_at: when the user last signed in from the address, for thirty days.
create table sign_in_attempt (
  address      varchar(45) not null,
  username     varchar(64) not null,
  attempts     integer     not null,
  window_start datetime(6) not null,
  succeeded_at datetime(6),
  primary key (address, username)
) character set utf8mb4 collate utf8mb4_nopad_bin;
