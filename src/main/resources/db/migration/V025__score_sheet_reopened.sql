-- A sheet that was reopened can be written in DELIBERATION, others cannot.
alter table score_sheet add column if not exists reopened boolean not null default false;
