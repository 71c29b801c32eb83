-- When what tells who a member was has been erased.
alter table juror add column if not exists erased_at datetime(6);
