-- What happened and how it ended, as data: the key of a sentence and its arguments. Older fallouts have it as text.
alter table fallout add column sentence varchar(30000);
alter table fallout add column resolution_sentence varchar(30000);
