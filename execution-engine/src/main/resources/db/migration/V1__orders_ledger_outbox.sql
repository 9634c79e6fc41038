-- Orders as they were asked for. One parent has one child for now.
create table parent_orders (
    parent_order_id text primary key,
    idempotency_key text        not null unique,
    fingerprint     text        not null,
    account         text        not null,
    symbol          text        not null,
    side            text        not null,
    type            text        not null,
    quantity        numeric     not null check (quantity > 0),
    limit_price     numeric,
    time_in_force   text        not null,
    strategy        text        not null,
    created_at      timestamptz not null
);

-- Orders as they are sent, and where they stand. "facts" is what is known; the columns from "status" on are derived from it and the fills.
create table child_orders (
    client_order_id     text primary key,
    parent_order_id     text        not null references parent_orders,
    account             text        not null,
    symbol              text        not null,
    side                text        not null,
    type                text        not null,
    quantity            numeric     not null check (quantity > 0),
    limit_price         numeric,
    time_in_force       text        not null,
    strategy            text        not null,
    facts               jsonb       not null,
    cancel_requested_at timestamptz,
    status              text        not null,
    client_id           integer,
    order_id            integer,
    perm_id             bigint,
    filled_quantity     numeric     not null,
    average_price       numeric,
    commission          numeric,
    reason_code         text        not null,
    reason              text        not null,
    version             bigint      not null,
    created_at          timestamptz not null,
    updated_at          timestamptz not null
);
create index child_orders_of_parent on child_orders (parent_order_id);
create index child_orders_open on child_orders (status)
    where status in ('STORED', 'IN_FLIGHT', 'WORKING', 'PARTIALLY_FILLED', 'UNKNOWN');

-- Every execution ever told, corrected ones included. One row of a family is current. "place" is the arrival order of families.
create table fills (
    exec_id             text primary key,
    exec_family         text        not null,
    revision            bigint      not null,
    place               bigint      not null,
    current             boolean     not null,
    client_order_id     text,
    strategy            text        not null,
    account             text        not null,
    contract_id         integer     not null,
    symbol              text        not null,
    side                text        not null,
    quantity            numeric     not null,
    price               numeric     not null,
    exchange            text        not null,
    executed_at         timestamptz,
    client_id           integer     not null,
    order_id            integer     not null,
    perm_id             bigint,
    commission          numeric,
    commission_currency text,
    broker_realized_pnl numeric,
    recorded_at         timestamptz not null
);
create sequence fill_place;
create unique index fills_current on fills (exec_family) where current;
create index fills_of_order on fills (client_order_id) where current;
create index fills_of_position on fills (account, contract_id, place) where current;
create index fills_by_place on fills (place) where current;

-- Commissions as reported; they may come before their execution.
create table commissions (
    exec_id      text primary key,
    exec_family  text        not null,
    revision     bigint      not null,
    commission   numeric,
    currency     text        not null,
    realized_pnl numeric,
    reported_at  timestamptz not null
);
create index commissions_of_family on commissions (exec_family, revision);

-- What our fills add up to. "cost" is the signed cost of the open quantity.
create table positions (
    account      text        not null,
    contract_id  integer     not null,
    symbol       text        not null,
    quantity     numeric     not null,
    cost         numeric     not null,
    realized_pnl numeric     not null,
    commission   numeric     not null,
    updated_at   timestamptz not null,
    primary key (account, contract_id)
);

-- Messages to publish, written in the transaction of the change they tell.
create table outbox (
    sequence    bigint generated always as identity primary key,
    message_id  text        not null unique,
    stream      text        not null,
    message_key text        not null,
    type        text        not null,
    version     integer     not null,
    data        text        not null,
    created_at  timestamptz not null,
    expires_at  timestamptz,
    state       text        not null check (state in ('WAITING', 'ATTEMPTED', 'PUBLISHED', 'WITHDRAWN', 'FAILED')),
    attempted_at timestamptz,
    ended_at    timestamptz
);
create index outbox_unsent on outbox (stream, sequence) where state in ('WAITING', 'ATTEMPTED');
create index outbox_of_key on outbox (message_key) where state in ('WAITING', 'ATTEMPTED');
create index outbox_ended on outbox (ended_at) where ended_at is not null;

-- Ids of handled messages: a second delivery changes nothing.
create table handled_messages (
    message_id text primary key,
    handled_at timestamptz not null
);
create index handled_messages_by_time on handled_messages (handled_at);

-- Events that cannot be applied are kept here for a person instead of blocking those behind them.
create table unapplied_events (
    message_id text primary key,
    type       text        not null,
    data       text        not null,
    reason     text        not null,
    at         timestamptz not null
);
