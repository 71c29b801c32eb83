-- An assignment that ended is kept with its sheet, which counts no more.
alter table assignment
  add column if not exists ended varchar(12) check (ended in ('RECUSED', 'WITHDRAWN'));
