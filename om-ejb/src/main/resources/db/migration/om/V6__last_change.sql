-- Who wrote a line item last, and when: shown to somebody whose own save is refused because of it.
alter table order_line_item add column signed_by varchar(200);
alter table order_line_item add column signed_at timestamp with time zone;
