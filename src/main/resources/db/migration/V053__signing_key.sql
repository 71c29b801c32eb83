-- Public keys that published documents are signed with. The private ones are not here.
create table if not exists signing_key (
  id         varchar(64)  not null primary key,
  public_jwk text         not null,
  address    varchar(400) not null,
  since      datetime(6)  not null,
  retired_at datetime(6),
  revoked_at datetime(6),
  revoked_by varchar(64),
  reason     text         not null
) character set utf8mb4 collate utf8mb4_bin;
