-- Requests to change an order, by their idempotency keys. What came of them is told by the facts of the order.
create table order_modifications (
    modification_id text        primary key,
    idempotency_key text        not null unique,
    client_order_id text        not null references child_orders,
    fingerprint     text        not null,
    change_json     jsonb       not null,
    requested_at    timestamptz not null
);
create index order_modifications_of_order on order_modifications (client_order_id);
