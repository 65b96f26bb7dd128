-- Since when the rows that want a work order have wanted it; null before that was kept, then it was when it was asked for.
alter table work_order_link add column decided_at timestamp with time zone;

-- What the rows of decision tables have caused since a day, and what was done over; see ADR 0050.
create index work_order_link_decided on work_order_link (decided_at, created_at);
create index work_order_link_follows on work_order_link (follows_key);
