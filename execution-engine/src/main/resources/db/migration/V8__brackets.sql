-- Changes of size that were asked for protective legs: a leg is not proven while its last one is not answered.
create table leg_resizes (
    modification_id text primary key,
    client_order_id text        not null references child_orders,
    quantity        numeric     not null check (quantity > 0),
    requested_at    timestamptz not null
);
create index leg_resizes_of_order on leg_resizes (client_order_id, requested_at);
