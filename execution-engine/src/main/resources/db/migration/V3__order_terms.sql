-- The whole order as it stands: type, prices, lifetime and attributes of every kind. Columns beside it are for queries; null in rows from before.
alter table child_orders add column order_json jsonb;
alter table parent_orders add column order_json jsonb;

drop index child_orders_open;
create index child_orders_open on child_orders (status)
    where status in ('STORED', 'IN_FLIGHT', 'WORKING', 'PARTIALLY_FILLED', 'PENDING_MODIFY', 'PENDING_CANCEL', 'UNKNOWN');
