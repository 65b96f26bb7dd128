-- An entry whose number Field Service had given before: until it has new numbers, no entry of the work order is written.
alter table work_order_link add column reused_sequence bigint;
alter table work_order_link add column reused_at timestamp with time zone;
