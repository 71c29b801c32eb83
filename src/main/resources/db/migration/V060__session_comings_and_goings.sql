-- Who comes after the opening or goes before the end, each stay in a row of its own, and who could vote
-- when a vote was closed.
alter table attendance
  add column if not exists arrived_at datetime(6),
  add column if not exists left_at datetime(6),
  add index if not exists attendance_of_member (session_id, juror_id),
  drop index if exists session_id;
alter table motion
  add column if not exists entitled int,
  add column if not exists attending int,
  add column if not exists needed int;
