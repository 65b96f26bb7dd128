-- Who decided about a wish for further work, and why; the list of those that wait.
alter table follow_up_wish add column decided_by varchar(100);
alter table follow_up_wish add column decision_reason varchar(4000);
create index follow_up_wish_waiting on follow_up_wish (state, wished_at, id);
