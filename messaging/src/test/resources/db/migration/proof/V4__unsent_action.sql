-- What people did with messages of the outbox that had been given up.
create table unsent_action (
    id uuid primary key,
    message_id uuid not null,
    message_type varchar(100) not null,
    destination varchar(200) not null,
    domain_order varchar(100),
    error varchar(1000),
    kind varchar(10) not null,
    requested_by varchar(100) not null,
    requested_at timestamp with time zone not null,
    reason varchar(1000),
    effect varchar(1000)
);
create index unsent_action_requested on unsent_action (requested_at, id);
