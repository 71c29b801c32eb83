-- How likely the level was when it was decided, and who else stands for it.
alter table decision
  add column if not exists probability decimal(7, 6),
  add column if not exists signed_by varchar(64),
  add column if not exists signed_at datetime(6);
