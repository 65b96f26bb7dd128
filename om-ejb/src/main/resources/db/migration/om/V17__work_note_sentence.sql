-- What the system notes of itself, as data: the key of a sentence and its arguments. Older notes have it as text.
alter table work_note add column sentence varchar(30000);
