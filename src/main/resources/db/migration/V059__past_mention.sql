-- Mentions and distinctions of past editions, as the press and the association told them.
create table if not exists past_mention (
  id             bigint       not null primary key,
  authority_code varchar(9),
  authority_name varchar(120) not null,
  edition        integer      not null,
  year           integer      not null,
  distinction    varchar(120) not null,
  source         varchar(400) not null,
  index past_mention_authority (authority_code)
) character set utf8mb4 collate utf8mb4_bin;
