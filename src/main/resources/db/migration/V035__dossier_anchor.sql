-- What another jury gave the same dossier: it holds levels still from one edition to the next.
alter table dossier add column if not exists anchor decimal(11, 10)
  check (anchor is null or anchor between 0 and 1);
