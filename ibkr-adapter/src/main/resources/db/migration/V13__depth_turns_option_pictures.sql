-- Turns of depth subscriptions that are over. A request id is used again by the permanent symbol, so the time belongs to the key.
create table adapter.ib_depth_turns (
    asked_at     timestamptz not null,
    request_id   integer     not null,
    slot         integer     not null,
    symbol       text        not null,
    waited_ms    bigint      not null,
    first_row_at timestamptz,
    ended_at     timestamptz not null,
    row_count    bigint      not null,
    ended_by     text        not null,
    reason       text        not null,
    primary key (asked_at, request_id)
);
create index ib_depth_turns_ended on adapter.ib_depth_turns (ended_at);

-- What persons ordered of the depth rotation, and whose turn is next: one row.
create table adapter.ib_depth_rotation (
    is_only  boolean     primary key default true check (is_only),
    ordered  jsonb       not null,
    saved_at timestamptz not null
);

-- Pictures of option chains as they ended: the whole as REST shows it, and one row for each option.
create table adapter.ib_option_snapshots (
    snapshot_id     text        primary key,
    idempotency_key text        not null,
    underlying      text        not null,
    request         jsonb       not null,
    state           text        not null,
    picture         jsonb       not null,
    started_at      timestamptz not null,
    finished_at     timestamptz not null
);
create index ib_option_snapshots_started on adapter.ib_option_snapshots (started_at);
create index ib_option_snapshots_key on adapter.ib_option_snapshots (idempotency_key);

create table adapter.ib_option_pictures (
    snapshot_id        text        not null references adapter.ib_option_snapshots on delete cascade,
    contract_id        integer     not null,
    local_symbol       text        not null,
    trading_class      text        not null,
    expiry             date,
    strike             numeric,
    option_right       text,
    data_type          text        not null,
    bid                numeric,
    bid_size           numeric,
    ask                numeric,
    ask_size           numeric,
    last               numeric,
    last_size          numeric,
    volume             numeric,
    close              numeric,
    implied_volatility double precision,
    delta              double precision,
    gamma              double precision,
    vega               double precision,
    theta              double precision,
    model_price        numeric,
    underlying_price   numeric,
    taken_at           timestamptz not null,
    primary key (snapshot_id, contract_id)
);
