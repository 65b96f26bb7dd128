-- A technician's day: the open tasks of one technician in their order.
create index work_order_task_day on work_order_task (technician, state, scheduled_start);
