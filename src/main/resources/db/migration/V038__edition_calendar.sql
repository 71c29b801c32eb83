-- When jurors are to have submitted, and since when the edition is in its phase: who is late is told by it.
alter table edition
  add column if not exists evaluation_ends_at datetime(6),
  add column if not exists phase_since datetime(6);
