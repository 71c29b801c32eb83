-- When what tells who a member was has been erased. former_user is keyed: who was recused stays so, and
-- nobody reads from it who that was.
alter table juror
  add column if not exists erased_at datetime(6),
  add column if not exists former_user varchar(64);
