-- When a version began to decide whose moment had passed while no server ran. Null: at its moment.
alter table decision_table_version add column late_from timestamp with time zone;
