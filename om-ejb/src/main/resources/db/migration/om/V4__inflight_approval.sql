-- Changes of items in progress that wait for a manager, and who decided about each. The position counts an item's changes
-- as they were asked for; base_version is the item's version that the change was asked against.
alter table inflight_change add column position integer;
alter table inflight_change add column base_version integer;
alter table inflight_change add column decided_by varchar(100);
alter table inflight_change add column decided_at timestamp with time zone;
alter table inflight_change add column decision_reason varchar(4000);
update inflight_change
    set position = item_version - 1, base_version = item_version - 1, decided_by = requested_by, decided_at = requested_at;
alter table inflight_change alter column position set not null;
alter table inflight_change alter column base_version set not null;
alter table inflight_change alter column item_version drop not null;
create index inflight_change_state on inflight_change (state, requested_at);

-- Who made the item's first version and when, and how many changes were asked for.
alter table order_line_item add column approved_by varchar(100);
alter table order_line_item add column approved_at timestamp with time zone;
alter table order_line_item add column change_count integer default 0 not null;
update order_line_item set
    approved_by = (select o.approved_by from customer_order o where o.id = order_line_item.order_id),
    approved_at = (select o.approved_at from customer_order o where o.id = order_line_item.order_id),
    change_count = item_version - 1
    where item_version > 0;

-- A domain order is on hold with its order, by itself, or both; and the facts that its table version decided on.
alter table domain_order add column held_with_order boolean default false not null;
alter table domain_order add column held_by varchar(100);
alter table domain_order add column held_at timestamp with time zone;
alter table domain_order add column hold_reason varchar(4000);
alter table domain_order add column facts varchar(600000);
update domain_order set held_with_order = true where state = 'ON_HOLD';

-- A refused creation that a manager does without; a refused cancellation that a manager has decided about.
alter table work_order_link add column waived_by varchar(100);
alter table work_order_link add column waived_at timestamp with time zone;
alter table work_order_link add column waive_reason varchar(4000);
alter table work_order_link add column cancel_settled boolean default false not null;

-- A transaction that updates a row for the second time makes PostgreSQL check the row's foreign keys again, with a share lock
-- on what they refer to. A command on one item would so wait for its order after it has locked the item, against the order of
-- locks, and deadlock with a command on the whole order. Orders are never deleted, so the keys guarded nothing.
-- (H2 takes no such lock, and has no such names: there the keys stay.)
alter table domain_order drop constraint if exists domain_order_order_id_fkey;
alter table order_line_item drop constraint if exists order_line_item_order_id_fkey;
