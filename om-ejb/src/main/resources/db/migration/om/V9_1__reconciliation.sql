create sequence reconciliation_number start with 1001;

-- The trace id of the request (or message) that a note comes from.
alter table work_note add column trace_id varchar(32);

-- What people did with dead letters: written before the queue is touched, completed afterwards.
create table dead_letter_action (
    id uuid primary key,
    version bigint not null,
    dead_letter_id varchar(40) not null,
    -- counts the tries for one letter: of two people who act at once, the second is told
    attempt integer not null,
    kind varchar(10) not null,
    requested_by varchar(100) not null,
    requested_at timestamp with time zone not null,
    reason varchar(4000),
    message_id varchar(40),
    new_message_id uuid,
    message_type varchar(100),
    code varchar(100) not null,
    domain_order varchar(100),
    customer_order varchar(200),
    destination varchar(200),
    effect varchar(1000),
    outcome varchar(10) not null,
    finished_at timestamp with time zone,
    constraint dead_letter_action_attempt unique (dead_letter_id, attempt)
);
create index dead_letter_action_requested on dead_letter_action (requested_at, id);

create table reconciliation (
    id uuid primary key,
    version bigint not null,
    number varchar(20) not null unique,
    dry_run boolean not null,
    requested_by varchar(100) not null,
    state varchar(20) not null,
    -- 'ACTIVE' while it runs, then null: at most one runs
    slot varchar(10) unique,
    -- the night that it was started for: no two nodes start the same
    scheduled_for timestamp with time zone unique,
    started_at timestamp with time zone not null,
    finished_at timestamp with time zone,
    after_key uuid,
    due_at timestamp with time zone not null,
    asked_at timestamp with time zone not null,
    verified_up_to varchar(20),
    links_compared bigint not null,
    work_orders_compared bigint not null,
    suspected integer not null,
    confirmed integer not null,
    repaired integer not null,
    verified bigint not null,
    truncated boolean not null,
    note varchar(1000)
);
create index reconciliation_started on reconciliation (started_at, id);

create table reconciliation_finding (
    id uuid primary key,
    version bigint not null,
    reconciliation_id uuid not null references reconciliation (id),
    work_order_key uuid not null,
    kind varchar(20) not null,
    state varchar(20) not null,
    state_there varchar(30),
    detail varchar(1000) not null,
    work_order varchar(40),
    domain_order varchar(40),
    customer_order varchar(40),
    line_item varchar(40),
    item_version integer not null,
    request_revision bigint not null,
    seen_requests bigint not null,
    found_at timestamp with time zone not null,
    decided_at timestamp with time zone,
    constraint reconciliation_finding_once unique (reconciliation_id, work_order_key)
);
create index reconciliation_finding_state on reconciliation_finding (reconciliation_id, state, work_order_key);
create index reconciliation_finding_key on reconciliation_finding (work_order_key);
