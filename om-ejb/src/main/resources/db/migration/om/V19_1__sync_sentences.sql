-- What a discard did and how the two sides differ, as data: the key of a sentence and its arguments. Older rows have it as text.
alter table dead_letter_action add column effect_sentence varchar(30000);
alter table reconciliation_finding add column sentence varchar(30000);
