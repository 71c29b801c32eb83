-- Names that can go: a leaf holds a salted hash of them, and who throws the salt away lets nobody find
-- them out. Of older events, whose leaf holds the names: the hash that it had, which stays in the tree.
alter table audit_event
  add column if not exists actor_salt varchar(64),
  add column if not exists actors_hash varchar(64),
  add column if not exists sealed_leaf varchar(64);
