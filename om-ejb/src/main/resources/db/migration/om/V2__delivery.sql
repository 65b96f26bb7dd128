-- Messages on their way out: written with the decision, deleted when the broker has them.
create table outbox (
    id uuid primary key,
    destination varchar(200) not null,
    topic boolean not null,
    type varchar(100) not null,
    group_id varchar(100),
    correlation_id varchar(200),
    trace_parent varchar(200),
    body varchar(1048576) not null,
    occurred_at timestamp with time zone not null,
    attempts integer default 0 not null,
    next_attempt_at timestamp with time zone not null,
    last_error varchar(1000),
    state varchar(10) default 'READY' not null
);
create index outbox_due on outbox (state, next_attempt_at);
create index outbox_group on outbox (group_id, id);

-- Messages that were worked off, kept for 30 days.
create table inbox (
    message_id uuid primary key,
    received_at timestamp with time zone not null
);
create index inbox_received_at on inbox (received_at);

-- Received messages that failed for a reason of their own.
create table delivery_attempt (
    message_id uuid primary key,
    attempts integer not null,
    last_error varchar(1000),
    updated_at timestamp with time zone not null
);
