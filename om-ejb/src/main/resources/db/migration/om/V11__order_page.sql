-- Who wrote last what an order says for all its items: shown to somebody whose own save is refused because of it.
alter table customer_order add column revised_by varchar(200);
alter table customer_order add column revised_at timestamp with time zone;

-- How the order came: workspace, rest or jms. Orders from before this release don't say.
alter table customer_order add column created_channel varchar(20);
alter table customer_order add column placed_channel varchar(20);

-- A page of an order's items in one state.
create index order_line_item_order_state on order_line_item (order_id, state, number);
