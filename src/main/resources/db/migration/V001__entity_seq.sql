-- The one sequence behind every inner number (Stored.java), fifty at a time.
create sequence if not exists entity_seq start with 1 increment by 50;
