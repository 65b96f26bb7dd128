-- By this a change that comes again under its key is told from another one under the same key. Null: from before.
alter table decision_table_change add column change_digest varchar(64);
