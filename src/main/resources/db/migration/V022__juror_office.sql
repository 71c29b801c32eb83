-- The president and the vice-president are of the jury too: they can be recused. The affiliation
-- is the authority that somebody works for or is elected in: recusals are found by it.
alter table juror
  add column if not exists office varchar(16) not null default 'MEMBER'
    check (office in ('MEMBER', 'PRESIDENT', 'VICE_PRESIDENT')),
  add column if not exists affiliation varchar(9) references local_authority (code),
  add column if not exists withdrawn_at datetime(6),
  add column if not exists withdrawal_reason text,
  add column if not exists version integer not null default 0;
