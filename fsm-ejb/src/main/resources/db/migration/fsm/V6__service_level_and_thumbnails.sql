-- The time that a work order has: how long it was on hold, and from when on it is at risk and breached (see ServiceLevel).
-- Both moments are null for what does not run: on hold, closed, without a due day. So the indexes hold what may become late.
alter table work_order add column sla_held_ms bigint default 0 not null;
alter table work_order add column sla_held_before_due_ms bigint default 0 not null;
alter table work_order add column sla_held_since timestamp with time zone;
alter table work_order add column sla_risk_at timestamp with time zone;
alter table work_order add column sla_breach_at timestamp with time zone;
alter table work_order add column sla_missed boolean default false not null;
create index work_order_sla_breach on work_order (sla_breach_at nulls last, number);
create index work_order_sla_risk on work_order (sla_risk_at, sla_breach_at);
create index work_order_sla_held on work_order (sla_held_since);

-- A text that is the number of a customer order is looked up.
create index work_order_customer_order on work_order (customer_order, number);

-- Updates of field systems are forgotten after 30 days, as the inbox is.
create index field_update_applied_at on field_update (applied_at);

-- Small pictures of photos, made when somebody first looks. Empty where none can be made, so that nobody tries again.
create table attachment_thumbnail (
    attachment_id uuid primary key references attachment (id),
    content bytea not null
);
