-- What a discard did so that nothing waits for the message, as data: the key of a sentence and its arguments.
alter table unsent_action add column effect_sentence varchar(30000);
