-- What field service has attached to the work of a domain order: what it is and where; the content stays there.
create table work_order_attachment (
    id uuid primary key,
    domain_order_id uuid not null references domain_order (id),
    work_order varchar(20),
    task varchar(20),
    name varchar(200) not null,
    type varchar(60) not null,
    size bigint not null,
    link varchar(400) not null,
    author varchar(200) not null,
    added_at timestamp with time zone not null
);
create index work_order_attachment_domain_order on work_order_attachment (domain_order_id, added_at);
