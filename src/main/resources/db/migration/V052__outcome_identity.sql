-- Whom it was given to, as it was called then: reference data move on, results do not. Null: before that was kept.
alter table outcome
  add column if not exists name varchar(120),
  add column if not exists kind varchar(20),
  add column if not exists department varchar(3),
  add column if not exists region varchar(3),
  add column if not exists region_name varchar(60),
  add column if not exists stratum varchar(64);
