-- What each node of this side has received since it started.
create table sync_node (
    node varchar(200) primary key,
    started_at timestamp with time zone not null,
    seen_at timestamp with time zone not null,
    worked_off bigint not null,
    redeliveries bigint not null,
    duplicates bigint not null,
    dead_letters bigint not null
);

-- How long after their senders' decisions a node worked off the messages of a minute: a compressed histogram. Kept an hour.
create table sync_minute (
    node varchar(200) not null,
    started_at timestamp with time zone not null,
    lags text not null,
    primary key (node, started_at)
);
create index sync_minute_started_at on sync_minute (started_at);
