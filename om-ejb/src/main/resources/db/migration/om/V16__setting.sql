-- What an administrator wants instead of the default of a setting; null again since a reset.
create table setting (
    name varchar(100) primary key,
    version bigint not null,
    chosen varchar(1000),
    changed_at timestamp with time zone not null,
    changed_by varchar(100) not null
);
