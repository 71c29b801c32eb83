-- Clustered by sheet: reading a sheet, or all of them, is one range. A mark twice cannot be.
create table if not exists mark (
  sheet_id   bigint      not null references score_sheet (assignment_id),
  initiative integer     not null,
  criterion  varchar(40) not null,
  state      varchar(16) not null check (state in ('MARKED', 'NOT_APPLICABLE', 'ABSTAINED')),
  mark_value decimal(9, 3),
  primary key (sheet_id, initiative, criterion),
  constraint mark_has_value check ((state = 'MARKED') = (mark_value is not null))
) character set utf8mb4 collate utf8mb4_bin;
