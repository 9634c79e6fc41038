-- Changes of orders, written before they go to the wire. "order_json" is the order as it was wanted.
create table adapter.ib_order_modifications (
    modification_id text        primary key,
    client_order_id text        not null,
    client_id       integer     not null,
    change_json     jsonb       not null,
    order_json      jsonb       not null,
    message_id      text        not null,
    commanded_by    text        not null,
    commanded_at    timestamptz not null,
    state           text        not null,
    reason_code     text        not null,
    reason          text        not null,
    journaled_at    timestamptz not null,
    changed_at      timestamptz not null
);

create index ib_order_modifications_order on adapter.ib_order_modifications (client_order_id);
create index ib_order_modifications_time on adapter.ib_order_modifications (journaled_at);
