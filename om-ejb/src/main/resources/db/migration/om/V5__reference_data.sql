-- Reference data that administrators keep: who changed it last, the key under which another system knows a record, and
-- indexes for the lists over all accounts.
alter table account add column external_code varchar(100);
alter table account add column updated_by varchar(100) default 'system' not null;
alter table account add constraint account_external_code unique (external_code);

alter table contact add column external_code varchar(100);
alter table contact add column updated_by varchar(100) default 'system' not null;
alter table contact add constraint contact_external_code unique (external_code);
create index contact_name on contact (name, number);

alter table location add column external_code varchar(100);
alter table location add column updated_by varchar(100) default 'system' not null;
alter table location add constraint location_external_code unique (external_code);
create index location_name on location (name, number);

-- the revision rises with the rows of characteristics and parts too, so that the version does
alter table specification add column revision bigint default 0 not null;
alter table specification add column updated_at timestamp with time zone default current_timestamp not null;
alter table specification add column updated_by varchar(100) default 'system' not null;
create index specification_name on specification (name, code);
create index specification_part_part on specification_part (part);

alter table user_account add column revision bigint default 0 not null;
alter table user_account add column updated_at timestamp with time zone default current_timestamp not null;
alter table user_account add column updated_by varchar(100) default 'system' not null;
create index user_account_name on user_account (display_name, username);
create index user_account_account on user_account (account);
create index user_role_role on user_role (role, username);
