-- What a draft would have wanted of the domain orders that were decided lately and of those that are open. A draft has one
-- replay, the newest, which goes with it.
create table decision_table_replay (
    id uuid primary key,
    version bigint not null,
    draft_id uuid not null unique references decision_table_draft (id) on delete cascade,
    -- of the draft as it was replayed, and how many of its rows could not be read
    draft_revision bigint not null,
    unread_rows integer not null,
    days integer not null,
    decided_since timestamp with time zone not null,
    state varchar(20) not null,
    -- domain orders: how many there are to be seen, and how many were
    order_count bigint not null,
    seen_count bigint not null,
    -- of those seen, how many were decided before the facts of a decision were kept
    not_kept_count bigint not null,
    line_count integer not null,
    -- the domain order behind which it goes on
    last_number varchar(20) not null,
    started_at timestamp with time zone not null,
    started_by varchar(100) not null,
    -- when the node that runs it said so last: of one that is silent for minutes the server has ended
    heard_at timestamp with time zone not null,
    ended_at timestamp with time zone
);

-- One difference: the work orders of one template of one domain order.
create table decision_table_replay_line (
    id uuid primary key,
    replay_id uuid not null references decision_table_replay (id) on delete cascade,
    position integer not null,
    domain_order varchar(20) not null,
    customer_order varchar(20) not null,
    specification varchar(100) not null,
    is_open boolean not null,
    table_version integer not null,
    facts varchar(20) not null,
    kind varchar(20) not null,
    -- the row that makes the difference
    row_id varchar(36) not null,
    -- what was wanted and what the draft wants, as JSON; null for nothing
    was text,
    would text,
    more integer not null,
    fewer integer not null,
    other integer not null,
    -- whether the version that decided then wants that, too
    is_already boolean not null,
    -- open work orders that would be canceled; of these assigned, under way, of an item past its point of no return
    canceled integer not null,
    assigned integer not null,
    under_way integer not null,
    past_ponr integer not null,
    planned_minutes bigint not null,
    unique (replay_id, position)
);
create index decision_table_replay_line_row on decision_table_replay_line (replay_id, row_id);
