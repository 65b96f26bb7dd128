-- Order Management: users, reference data, customer orders, idempotency keys, versions of the work order policy.
-- The schema is the one that Flyway migrates; names are given without it.

create sequence account_number start with 1001;
create sequence contact_number start with 1001;
create sequence location_number start with 1001;
create sequence customer_order_number start with 1001;
create sequence line_item_number start with 1001;
create sequence inflight_change_number start with 1001;
create sequence product_order_number start with 1001;
create sequence service_order_number start with 1001;
create sequence resource_order_number start with 1001;
create sequence fallout_number start with 1001;

create table account (
    id uuid primary key,
    version bigint not null,
    number varchar(20) not null unique,
    name varchar(200) not null,
    segment varchar(50),
    active boolean not null,
    updated_at timestamp with time zone not null
);
create index account_name on account (name, number);

create table contact (
    id uuid primary key,
    version bigint not null,
    number varchar(20) not null unique,
    account varchar(20) not null references account (number),
    name varchar(200) not null,
    phone varchar(50),
    email varchar(200),
    active boolean not null,
    updated_at timestamp with time zone not null
);
create index contact_account on contact (account, name);

create table location (
    id uuid primary key,
    version bigint not null,
    number varchar(20) not null unique,
    account varchar(20) not null references account (number),
    name varchar(200) not null,
    street varchar(200) not null,
    postal_code varchar(50) not null,
    city varchar(200) not null,
    region varchar(200) not null,
    country varchar(2) not null,
    latitude double precision,
    longitude double precision,
    time_zone varchar(50) not null,
    access_notes varchar(4000),
    active boolean not null,
    updated_at timestamp with time zone not null
);
create index location_account on location (account, name);

create table specification (
    code varchar(50) primary key,
    version bigint not null,
    name varchar(200) not null,
    type varchar(20) not null,
    active boolean not null
);

create table specification_characteristic (
    id uuid primary key,
    specification varchar(50) not null references specification (code),
    position integer not null,
    name varchar(64) not null,
    type varchar(20) not null,
    mandatory boolean not null,
    choices varchar(4000),
    unique (specification, name)
);

create table specification_part (
    id uuid primary key,
    whole varchar(50) not null references specification (code),
    position integer not null,
    part varchar(50) not null references specification (code),
    factor integer not null,
    unique (whole, part)
);

create table work_order_template (
    code varchar(50) primary key,
    version bigint not null,
    name varchar(200) not null,
    active boolean not null,
    revision bigint not null
);

create table user_account (
    username varchar(100) primary key,
    version bigint not null,
    display_name varchar(200) not null,
    password_hash varchar(300) not null,
    account varchar(20) references account (number),
    enabled boolean not null,
    created_at timestamp with time zone not null
);

create table user_role (
    username varchar(100) not null references user_account (username),
    role varchar(30) not null,
    primary key (username, role)
);

create table customer_order (
    id uuid primary key,
    version bigint not null,
    number varchar(20) not null unique,
    account varchar(20) not null references account (number),
    state varchar(30) not null,
    outcome varchar(20),
    contact varchar(20) references contact (number),
    priority integer not null,
    requested_date date,
    external_reference varchar(100),
    -- the external reference again where a partner wrote the order: then it names one order of the account
    partner_reference varchar(100),
    special_instructions varchar(4000),
    created_by varchar(100) not null,
    created_at timestamp with time zone not null,
    updated_at timestamp with time zone not null,
    placed_by varchar(100),
    placed_at timestamp with time zone,
    approved_by varchar(100),
    approved_at timestamp with time zone,
    reason varchar(4000),
    hold_reason varchar(4000),
    removed_revisions bigint not null,
    constraint customer_order_partner_reference unique (account, partner_reference)
);
create index customer_order_created on customer_order (created_at, number);
create index customer_order_updated on customer_order (updated_at, number);
create index customer_order_state on customer_order (state, created_at, number);
create index customer_order_account on customer_order (account, created_at, number);
create index customer_order_priority on customer_order (priority, number);
create index customer_order_requested on customer_order (requested_date, number);
create index customer_order_reference on customer_order (external_reference);

create table order_line_item (
    id uuid primary key,
    revision bigint not null,
    number varchar(20) not null unique,
    order_id uuid not null references customer_order (id),
    state varchar(30) not null,
    outcome varchar(20),
    action varchar(20) not null,
    specification varchar(50) not null references specification (code),
    location varchar(20) not null references location (number),
    quantity integer not null,
    characteristics varchar(500000) not null,
    contact varchar(20) references contact (number),
    priority integer not null,
    requested_date date,
    committed_date date,
    special_instructions varchar(4000),
    item_version integer not null,
    ponr_by varchar(200),
    ponr_at timestamp with time zone,
    ponr_reason varchar(4000),
    cancel_reason varchar(4000),
    updated_at timestamp with time zone not null
);
create index order_line_item_order on order_line_item (order_id, number);
create index order_line_item_location on order_line_item (location);
create index order_line_item_contact on order_line_item (contact);

create table inflight_change (
    id uuid primary key,
    version bigint not null,
    number varchar(20) not null unique,
    item_id uuid not null references order_line_item (id),
    state varchar(20) not null,
    requested_by varchar(100) not null,
    requested_at timestamp with time zone not null,
    item_version integer not null
);
create index inflight_change_item on inflight_change (item_id, item_version);

create table inflight_difference (
    id uuid primary key,
    change_id uuid not null references inflight_change (id),
    position integer not null,
    field varchar(100) not null,
    old_value varchar(4000),
    new_value varchar(4000),
    unique (change_id, position)
);

create table idempotency_key (
    username varchar(100) not null,
    path varchar(500) not null,
    idempotency_key varchar(200) not null,
    body_hash varchar(200) not null,
    created_at timestamp with time zone not null,
    status integer,
    location varchar(500),
    etag varchar(200),
    body text,
    primary key (username, path, idempotency_key)
);
create index idempotency_key_created on idempotency_key (created_at);

create table policy_version (
    version integer primary key,
    published_at timestamp with time zone not null,
    published_by varchar(100) not null,
    row_count integer not null,
    -- the table as CSV: cells are data and are read again by the same grammar that checked them
    content text not null
);
