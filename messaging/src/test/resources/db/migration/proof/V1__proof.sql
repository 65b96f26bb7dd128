create table parcel (
    id uuid primary key,
    version bigint not null,
    wish_id uuid,
    sent_at timestamp with time zone,
    due date,
    parent_id uuid references parcel (id)
);
