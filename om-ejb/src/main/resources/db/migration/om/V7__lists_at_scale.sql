-- Fallouts: where they belong, what can be tried again, who ended them.
alter table fallout add column customer_order varchar(20);
alter table fallout add column line_item varchar(20);
alter table fallout add column subject uuid;
alter table fallout add column resolved_by varchar(100);

-- Every list reads its page from an index in the order of the page; see ADR 0009. An index that another one begins with goes.
drop index fallout_state;
create index fallout_created on fallout (created_at, number);
create index fallout_state on fallout (state, created_at, number);
create index fallout_owner on fallout (owner, state, created_at, number);
create index fallout_cause on fallout (cause, created_at, number);
create index fallout_domain_order on fallout (domain_order, created_at, number);
create index fallout_customer_order on fallout (customer_order, created_at, number);
create index fallout_subject on fallout (subject);

drop index domain_order_state;
create index domain_order_state on domain_order (state, updated_at, number);
create index domain_order_state_number on domain_order (state, number);
create index domain_order_updated on domain_order (updated_at, number);
create index domain_order_specification on domain_order (specification, number);
drop index domain_order_customer_order;
create index domain_order_customer_order on domain_order (customer_order, number);
drop index domain_order_account;
create index domain_order_account on domain_order (account, number);

create index customer_order_state_updated on customer_order (state, updated_at, number);

create index work_note_kind on work_note (domain_order_id, kind, position);
create index work_note_work_order on work_note (domain_order_id, work_order, position);
