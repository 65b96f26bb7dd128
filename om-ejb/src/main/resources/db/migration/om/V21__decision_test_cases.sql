-- Test cases of decision tables: what is asked, and what a table is to say to that.
create table decision_test_case (
    id uuid primary key,
    table_code varchar(64) not null,
    name varchar(200) not null,
    -- facts and expected work as JSON
    facts text not null,
    decision_date date not null,
    expected text not null,
    -- the domain order that it was made from
    domain_order varchar(40),
    revision bigint not null,
    created_at timestamp with time zone not null,
    created_by varchar(100) not null,
    unique (table_code, name)
);
