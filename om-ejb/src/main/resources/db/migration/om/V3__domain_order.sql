-- What a line item is decomposed into: one row per node of its specification tree.
create table domain_order (
    id uuid primary key,
    version bigint not null,
    revision bigint not null,
    number varchar(20) not null unique,
    type varchar(10) not null,
    state varchar(30) not null,
    parent_id uuid references domain_order (id),
    parent varchar(20),
    depth integer not null,
    item_id uuid not null references order_line_item (id),
    line_item varchar(20) not null,
    order_id uuid not null references customer_order (id),
    customer_order varchar(20) not null,
    account varchar(20) not null,
    action varchar(20) not null,
    specification varchar(100) not null,
    factor integer not null,
    quantity integer not null,
    location varchar(20) not null,
    table_version integer not null,
    decision_date date not null,
    last_note_position bigint not null,
    created_at timestamp with time zone not null,
    updated_at timestamp with time zone not null,
    closed_by varchar(100),
    closed_at timestamp with time zone,
    close_reason varchar(4000),
    last_verified_at timestamp with time zone
);
create index domain_order_item on domain_order (item_id);
create index domain_order_order on domain_order (order_id);
create index domain_order_parent on domain_order (parent_id);
create index domain_order_customer_order on domain_order (customer_order);
create index domain_order_state on domain_order (state);
create index domain_order_account on domain_order (account);
create index domain_order_location on domain_order (location);

-- What Order Management knows of a work order. Occurrence and generation are the plan's: null where a person or Field
-- Service wanted the work order, so that the plan key holds for planned ones alone (nulls are distinct).
create table work_order_link (
    work_order_key uuid primary key,
    version bigint not null,
    domain_order_id uuid not null references domain_order (id),
    origin varchar(10) not null,
    template varchar(100) not null,
    occurrence integer,
    generation integer,
    follows_key uuid,
    state varchar(30) not null,
    number varchar(20),
    request_revision bigint not null,
    answered_request_revision bigint not null,
    snapshot_revision bigint not null,
    last_entry_sequence bigint not null,
    cancel_revision bigint,
    cancel_refused boolean not null,
    wanted varchar(100000) not null,
    priority_override integer,
    table_version integer,
    table_rows varchar(20000),
    point_of_no_return varchar(20) not null,
    reason varchar(4000),
    scheduled_start timestamp with time zone,
    scheduled_end timestamp with time zone,
    assignee varchar(100),
    assignee_name varchar(200),
    canceled_by varchar(10),
    created_at timestamp with time zone not null,
    gap_due_at timestamp with time zone,
    constraint work_order_link_plan_key unique (domain_order_id, template, occurrence, generation)
);
create index work_order_link_number on work_order_link (number);
create index work_order_link_gap on work_order_link (gap_due_at);

-- Further work that Field Service wants.
create table follow_up_wish (
    id uuid primary key,
    version bigint not null,
    domain_order_id uuid not null references domain_order (id),
    work_order_key uuid not null references work_order_link (work_order_key),
    template varchar(100) not null,
    reason varchar(4000),
    state varchar(10) not null,
    wished_at timestamp with time zone not null,
    decided_at timestamp with time zone
);
create index follow_up_wish_domain_order on follow_up_wish (domain_order_id);

-- Activity entries that arrived before an earlier one.
create table parked_entry (
    id uuid primary key,
    work_order_key uuid not null references work_order_link (work_order_key),
    sequence bigint not null,
    entry varchar(300000) not null,
    constraint parked_entry_key unique (work_order_key, sequence)
);

-- The activity of domain orders: rows are only ever added.
create table work_note (
    id uuid primary key,
    domain_order_id uuid not null references domain_order (id),
    domain_order varchar(20) not null,
    position bigint not null,
    occurred_at timestamp with time zone not null,
    recorded_at timestamp with time zone not null,
    author varchar(200) not null,
    channel varchar(20) not null,
    kind varchar(40) not null,
    work_order varchar(20),
    work_order_key uuid,
    entry_sequence bigint,
    task varchar(20),
    state varchar(30),
    changes varchar(300000),
    text varchar(4000),
    constraint work_note_position unique (domain_order_id, position),
    constraint work_note_entry unique (work_order_key, entry_sequence)
);

-- What needs a person.
create table fallout (
    id uuid primary key,
    version bigint not null,
    number varchar(20) not null unique,
    cause varchar(60) not null,
    record varchar(40) not null,
    domain_order varchar(20),
    text varchar(4000) not null,
    state varchar(20) not null,
    owner varchar(100),
    created_at timestamp with time zone not null,
    resolved_at timestamp with time zone,
    resolution varchar(4000)
);
create index fallout_state on fallout (state, created_at);
