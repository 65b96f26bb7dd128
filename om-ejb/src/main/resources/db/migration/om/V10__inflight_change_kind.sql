-- What a change in flight is about: a revision of an item, an item to be added, or an item to be canceled; and why it was
-- asked for, where that has to be said.
alter table inflight_change add column kind varchar(20) default 'REVISION' not null;
alter table inflight_change add column request_reason varchar(4000);
