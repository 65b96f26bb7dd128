-- Why a change ended by itself, as data: the key of a sentence and its arguments. Older changes have it as text.
alter table inflight_change add column decision_sentence varchar(30000);
