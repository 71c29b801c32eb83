-- Of an event whose actor was made a pseudonym: the hash that it had, which stays in the tree.
alter table audit_event add column if not exists sealed_leaf varchar(64);
