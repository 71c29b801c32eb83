-- What was written to whom: the key is why nothing is written twice. SENDING is claimed by one server; one that dies
-- while it sends leaves it so, and nobody sends it again without being asked.
create table if not exists mail (
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
) character set utf8mb4 collate utf8mb4_bin;
