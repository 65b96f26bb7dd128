create sequence work_order_number start with 1001;
create sequence work_order_task_number start with 1001;

create table technician (
    username varchar(100) primary key,
    version bigint not null,
    name varchar(200) not null,
    regions varchar(1000) not null,
    skills varchar(1000) not null,
    time_zone varchar(60) not null,
    active boolean not null,
    field_system varchar(100)
);
create index technician_field_system on technician (field_system);

create table work_order_template (
    code varchar(60) primary key,
    version bigint not null,
    name varchar(200) not null,
    active boolean not null,
    priority integer not null,
    billable boolean not null,
    needs_qualification boolean not null,
    revision bigint not null,
    published_revision bigint not null
);

create table work_order_template_task (
    id uuid primary key,
    template_code varchar(60) not null references work_order_template (code),
    ordinal integer not null,
    short_description varchar(200) not null,
    skills varchar(1000) not null,
    duration_minutes integer not null,
    constraint work_order_template_task_ordinal unique (template_code, ordinal)
);

create table work_order_template_item (
    id uuid primary key,
    task_id uuid not null references work_order_template_task (id),
    ordinal integer not null,
    text varchar(400) not null,
    mandatory boolean not null,
    constraint work_order_template_item_ordinal unique (task_id, ordinal)
);

-- Every key that Order Management ever named: what became of it. A work order has the same id.
create table requested_key (
    id uuid primary key,
    version bigint not null,
    outcome varchar(10) not null,
    answered_revision bigint not null,
    refusal_code varchar(60),
    reason varchar(4000),
    requested_by varchar(200),
    decided_at timestamp with time zone,
    customer_order varchar(40),
    line_item varchar(40),
    item_version integer,
    domain_order varchar(40)
);

create table work_order (
    id uuid primary key,
    version bigint not null,
    number varchar(40) not null,
    state varchar(30) not null,
    priority integer not null,
    template varchar(60) not null,
    template_name varchar(200) not null,
    short_description varchar(200) not null,
    description varchar(20000) not null,
    customer_order varchar(40) not null,
    line_item varchar(40) not null,
    item_version integer not null,
    domain_order varchar(40) not null,
    account varchar(40) not null,
    account_name varchar(400) not null,
    contact varchar(40),
    contact_name varchar(400),
    contact_phone varchar(100),
    contact_email varchar(400),
    location varchar(40) not null,
    location_name varchar(400) not null,
    street varchar(400) not null,
    postal_code varchar(40) not null,
    city varchar(200) not null,
    region varchar(200) not null,
    country varchar(10) not null,
    latitude double precision,
    longitude double precision,
    time_zone varchar(60) not null,
    access_notes varchar(4000),
    requested_start date,
    due date,
    on_hold boolean not null,
    reschedule_needed boolean not null,
    acknowledgement_pending boolean not null,
    scheduled_start timestamp with time zone,
    scheduled_end timestamp with time zone,
    assignee varchar(100),
    assignee_name varchar(200),
    cancel_reason varchar(4000),
    canceled_by varchar(10),
    close_note varchar(4000),
    snapshot_revision bigint not null,
    answered_revision bigint not null,
    activity_position bigint not null,
    entry_sequence bigint not null,
    last_occurred_at timestamp with time zone not null,
    created_at timestamp with time zone not null,
    updated_at timestamp with time zone not null,
    closed_at timestamp with time zone,
    constraint work_order_number_unique unique (number)
);
create index work_order_created on work_order (created_at, number);
create index work_order_updated on work_order (updated_at, number);
create index work_order_state on work_order (state, created_at);
create index work_order_priority on work_order (priority, created_at);
create index work_order_due on work_order (due, number);
create index work_order_scheduled on work_order (scheduled_start, number);
create index work_order_assignee on work_order (assignee, created_at);
create index work_order_assignee_name on work_order (assignee_name, number);
create index work_order_domain_order on work_order (domain_order);
create index work_order_region on work_order (region, created_at);
create index work_order_account on work_order (account_name, number);

create table work_order_task (
    id uuid primary key,
    version bigint not null,
    edits bigint not null,
    work_order_id uuid not null references work_order (id),
    number varchar(40) not null,
    ordinal integer not null,
    short_description varchar(200) not null,
    skills varchar(1000) not null,
    duration_minutes integer not null,
    state varchar(30) not null,
    sub_state varchar(20),
    technician varchar(100),
    technician_name varchar(200),
    scheduled_start timestamp with time zone,
    scheduled_end timestamp with time zone,
    actual_start timestamp with time zone,
    actual_end timestamp with time zone,
    pending_changes varchar(200000),
    close_code varchar(20),
    close_note varchar(4000),
    constraint work_order_task_number_unique unique (number),
    constraint work_order_task_ordinal unique (work_order_id, ordinal)
);
create index work_order_task_visits on work_order_task (technician, scheduled_start);

create table work_order_checklist_item (
    id uuid primary key,
    task_id uuid not null references work_order_task (id),
    ordinal integer not null,
    text varchar(400) not null,
    mandatory boolean not null,
    done boolean not null,
    constraint work_order_checklist_item_ordinal unique (task_id, ordinal)
);

-- position counts everything; sequence only what Order Management is told (a note that came from it is not).
create table work_order_entry (
    id uuid primary key,
    work_order_id uuid not null references work_order (id),
    position bigint not null,
    sequence bigint,
    occurred_at timestamp with time zone not null,
    kind varchar(30) not null,
    author varchar(200) not null,
    task varchar(40),
    state varchar(30) not null,
    changes varchar(200000),
    text varchar(4000),
    note_id uuid,
    constraint work_order_entry_position unique (work_order_id, position),
    constraint work_order_entry_sequence unique (work_order_id, sequence),
    constraint work_order_entry_note unique (work_order_id, note_id)
);

create table follow_up_wish (
    id uuid primary key,
    work_order_id uuid not null references work_order (id),
    template varchar(60) not null,
    reason varchar(4000) not null,
    wished_by varchar(200) not null,
    wished_at timestamp with time zone not null
);
create index follow_up_wish_work_order on follow_up_wish (work_order_id);

-- Notes that overtook the request that creates their work order.
create table parked_note (
    id uuid primary key,
    work_order_key uuid not null,
    note_id uuid not null,
    author varchar(200) not null,
    occurred_at timestamp with time zone not null,
    text varchar(4000) not null,
    constraint parked_note_once unique (work_order_key, note_id)
);
