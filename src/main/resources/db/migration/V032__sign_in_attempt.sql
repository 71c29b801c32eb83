-- Failed attempts in the present window, by user and address, and by address alone (username '').
create table if not exists sign_in_attempt (
  address      varchar(45) not null,
  username     varchar(64) not null,
  attempts     integer     not null,
  window_start datetime(6) not null,
  primary key (address, username)
) character set utf8mb4 collate utf8mb4_bin;
