-- A technician's day: the open tasks of one technician in their order.
create index work_order_task_day on work_order_task (technician, state, scheduled_start);

-- Photos and documents of a task. The content lies in attachment_part or in a folder; store says where.
create table attachment (
    id uuid primary key,
    work_order_id uuid not null references work_order (id),
    task varchar(40) not null,
    name varchar(200) not null,
    type varchar(60) not null,
    size bigint not null,
    store varchar(10) not null,
    author varchar(200) not null,
    added_at timestamp with time zone not null
);
create index attachment_work_order on attachment (work_order_id, added_at);

-- Content in pieces, so that nobody needs to hold a whole file in memory. Written before its attachment, whose size is
-- known only then.
create table attachment_part (
    attachment_id uuid not null,
    ordinal integer not null,
    content bytea not null,
    constraint attachment_part_key primary key (attachment_id, ordinal)
);

-- What outside field systems have had done, by their own references: a repeat does nothing again.
create table field_update (
    id uuid primary key,
    field_system varchar(100) not null,
    reference varchar(200) not null,
    request varchar(64) not null,
    task varchar(40) not null,
    applied_at timestamp with time zone not null,
    constraint field_update_reference unique (field_system, reference)
);

alter table work_order_entry add column attachment varchar(2000);
