-- What the secretariat knows of a member, and what the member says of itself: a plan is made of it.
-- Competences are codes of issues, in order, with a space between.
alter table juror
  add column if not exists email varchar(254),
  add column if not exists language varchar(2) check (language in ('fr', 'en')),
  add column if not exists competences varchar(1000),
  add column if not exists capacity integer check (capacity > 0),
  add column if not exists panel varchar(40),
  add column if not exists answer varchar(8) check (answer in ('ACCEPTED', 'DECLINED'));
