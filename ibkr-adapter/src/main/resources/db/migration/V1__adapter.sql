-- Times are UTC instants; prices, sizes and money are exact decimals; null = absent.

create table adapter.ib_contract_reference (
    contract_id      integer     primary key,
    symbol           text        not null,
    security_type    text        not null,
    exchange         text        not null,
    primary_exchange text        not null,
    currency         text        not null,
    local_symbol     text        not null,
    trading_class    text        not null,
    long_name        text        not null,
    min_tick         numeric,
    valid_exchanges  text        not null,
    time_zone_id     text        not null,
    trading_hours    text        not null,
    liquid_hours     text        not null,
    answered_at      timestamptz not null
);

-- One row for every quote ever published; (connection, sequence) is its identity.
create table adapter.ib_l1_quotes (
    connection   bigint      not null,
    sequence     bigint      not null,
    symbol       text        not null,
    contract_id  integer     not null,
    bid          numeric,
    bid_size     numeric,
    ask          numeric,
    ask_size     numeric,
    last         numeric,
    last_size    numeric,
    bid_exchange text        not null,
    ask_exchange text        not null,
    data_type    text        not null,
    received_at  timestamptz not null,
    stored_at    timestamptz not null default now(),
    primary key (connection, sequence)
);

create index ib_l1_quotes_symbol_time on adapter.ib_l1_quotes (symbol, received_at);

-- Written and committed before an order may reach the wire. An order id is never used twice by a client id.
create table adapter.ib_order_journal (
    client_order_id     text        primary key,
    client_id           integer     not null,
    order_id            integer,
    message_id          text        not null,
    order_json          jsonb       not null,
    commanded_by        text        not null,
    commanded_at        timestamptz not null,
    account             text        not null,
    contract_id         integer,
    connection          bigint      not null,
    state               text        not null,
    perm_id             bigint,
    filled_quantity     numeric     not null default 0,
    reason_code         text        not null default '',
    reason              text        not null default '',
    cancel_requested_at timestamptz,
    journaled_at        timestamptz not null,
    changed_at          timestamptz not null,
    unique (client_id, order_id)
);

create index ib_order_journal_time on adapter.ib_order_journal (journaled_at);

-- Corrections have an id of their own and are kept beside what they correct.
create table adapter.ib_executions (
    exec_id             text        primary key,
    client_order_id     text,
    client_id           integer     not null,
    order_id            integer     not null,
    perm_id             bigint,
    account             text        not null,
    contract_id         integer     not null,
    symbol              text        not null,
    side                text        not null,
    quantity            numeric     not null,
    price               numeric     not null,
    cumulative_quantity numeric     not null,
    average_price       numeric,
    exchange            text        not null,
    executed_at         timestamptz,
    received_at         timestamptz not null
);

create index ib_executions_order on adapter.ib_executions (client_order_id);

-- May arrive before the execution; the latest report of an execution stands.
create table adapter.ib_commissions (
    exec_id      text        primary key,
    commission   numeric,
    currency     text        not null,
    realized_pnl numeric,
    received_at  timestamptz not null
);

-- Order events that Redis has not confirmed yet. Rows leave once they are published.
create table adapter.ib_order_outbox (
    position   bigint generated always as identity primary key,
    message_id text  not null unique,
    fields     jsonb not null
);

create table adapter.ib_session_events (
    position       bigint generated always as identity primary key,
    client_id      integer     not null,
    state          text        not null,
    gateway        text        not null,
    server_version integer,
    connection     bigint      not null,
    error_code     integer,
    reason         text        not null,
    at             timestamptz not null
);
