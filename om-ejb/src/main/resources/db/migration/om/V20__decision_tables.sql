-- Decision tables: what was published, and what is being written.
create table decision_table_version (
    table_code varchar(64) not null,
    version integer not null,
    hit_policy varchar(20) not null,
    row_count integer not null,
    -- the rows as JSON, each with its id: cells are data and are read again by the grammar that checked them
    content text not null,
    -- the version whose rows its draft began with
    based_on integer,
    published_at timestamp with time zone not null,
    published_by varchar(100) not null,
    -- who wrote its draft, as JSON
    authors text,
    reason varchar(4000),
    -- what was said of the warnings that stood
    warnings_accepted varchar(4000),
    -- from when on it decides, by the clock of the database
    effective_at timestamp with time zone not null,
    withdrawn_at timestamp with time zone,
    withdrawn_by varchar(100),
    build_failed boolean not null default false,
    primary key (table_code, version)
);

create table decision_table_draft (
    id uuid primary key,
    table_code varchar(64) not null,
    -- the version whose rows it began with, and the one that decided then
    based_on integer not null,
    replaces integer not null,
    hit_policy varchar(20) not null,
    -- the headers of the columns of conditions that are shown, as JSON
    condition_columns text not null,
    -- the rows as JSON, as they were typed
    content text not null,
    revision bigint not null,
    -- everybody who wrote in it, as JSON
    authors text not null,
    created_at timestamp with time zone not null,
    created_by varchar(100) not null,
    changed_at timestamp with time zone not null,
    changed_by varchar(100) not null
);
create index decision_table_draft_table on decision_table_draft (table_code, changed_at);

-- What made each revision of a draft out of the one before; the key keeps a repeated change from being made twice.
create table decision_table_change (
    id uuid primary key,
    draft_id uuid not null references decision_table_draft (id),
    revision bigint not null,
    change_key varchar(200),
    changed_at timestamp with time zone not null,
    changed_by varchar(100) not null,
    differences text not null,
    unique (draft_id, revision),
    unique (draft_id, change_key)
);
