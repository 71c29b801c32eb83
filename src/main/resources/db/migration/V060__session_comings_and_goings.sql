-- Who comes after the opening or goes before the end, and who could vote when a vote was closed.
alter table attendance
  add column if not exists arrived_at datetime(6),
  add column if not exists left_at datetime(6);
alter table motion
  add column if not exists entitled int,
  add column if not exists attending int,
  add column if not exists needed int;
