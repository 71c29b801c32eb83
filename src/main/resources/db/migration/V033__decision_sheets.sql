-- The sheets' versions that the decision was taken on: it goes stale by acts, not by values, so that
-- who may not know a mark cannot tell from it whether the mark has changed. Null: decided before.
alter table decision add column if not exists sheets_hash varchar(64);
