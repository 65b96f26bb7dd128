-- Templates: what a kind of work is about, and which tasks have to be closed before which (ordinals, separated by commas).
-- Until now every task waited for the one before it.
alter table work_order_template add column short_description varchar(200) default '' not null;
alter table work_order_template_task add column depends_on varchar(400) default '' not null;
update work_order_template_task set depends_on = cast(ordinal - 1 as varchar(10)) where ordinal > 1;
alter table work_order_task add column depends_on varchar(400) default '' not null;
update work_order_task set depends_on = cast(ordinal - 1 as varchar(10)) where ordinal > 1;
alter table work_order add column template_revision bigint default 1 not null;

-- Technicians: where they start from, when they work (see WorkingHours; empty: no hours known) and when they don't.
alter table technician add column home_latitude double precision;
alter table technician add column home_longitude double precision;
alter table technician add column working_hours varchar(400) default '' not null;
alter table technician add column edits bigint default 0 not null;
create index technician_name on technician (name, username);

create table technician_absence (
    id uuid primary key,
    technician varchar(100) not null references technician (username),
    first_day date not null,
    last_day date not null,
    reason varchar(200) not null
);
create index technician_absence_days on technician_absence (technician, last_day);

-- What dispatchers list: work by template, tasks by state, the visits of a day.
create index work_order_of_template on work_order (template, created_at);
create index work_order_state_due on work_order (state, due, number);
create index work_order_task_state on work_order_task (state, work_order_id);
create index work_order_task_scheduled on work_order_task (scheduled_start, number);
