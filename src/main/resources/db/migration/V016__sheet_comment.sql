create table if not exists sheet_comment (
  sheet_id   bigint  not null references score_sheet (assignment_id),
  initiative integer not null,
  body       text    not null,
  primary key (sheet_id, initiative)
) character set utf8mb4 collate utf8mb4_bin;
