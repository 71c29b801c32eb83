-- What a juror says of a statement, in one of its versions; the last one counts.
create table if not exists review_voice (
  id             bigint      not null primary key,
  dossier_id     bigint      not null references review (dossier_id),
  juror_id       bigint      not null references juror (id),
  review_version integer     not null,
  agrees         boolean     not null,
  remark         text        not null,
  given_at       datetime(6) not null,
  index review_voice_dossier (dossier_id)
) character set utf8mb4 collate utf8mb4_bin;
