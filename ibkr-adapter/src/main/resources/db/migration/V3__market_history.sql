-- Market history. Rows of streams are known by (connection, sequence); the time is part of the key because a hypertable's key must hold it,
-- and it never differs for one row. received_at is cut to microseconds.

alter table adapter.ib_l1_quotes drop constraint ib_l1_quotes_pkey;
alter table adapter.ib_l1_quotes add primary key (connection, sequence, received_at);
create index ib_l1_quotes_time on adapter.ib_l1_quotes using brin (received_at);

-- kind: LAST, ALL_LAST (price, size, exchange, conditions), BID_ASK (bid, ask and sizes), MID_POINT (price). Flags: bit 0 past limit or
-- bid past low, bit 1 unreported or ask past high.
create table adapter.ib_tick_by_tick (
    connection  bigint      not null,
    sequence    bigint      not null,
    symbol      text        not null,
    contract_id integer     not null,
    kind        text        not null,
    broker_time timestamptz not null,
    price       numeric,
    size        numeric,
    bid         numeric,
    ask         numeric,
    bid_size    numeric,
    ask_size    numeric,
    exchange    text        not null,
    conditions  text        not null,
    flags       integer     not null,
    history     boolean     not null,
    received_at timestamptz not null,
    stored_at   timestamptz not null default now(),
    primary key (connection, sequence, received_at)
);

create index ib_tick_by_tick_symbol_time on adapter.ib_tick_by_tick (symbol, received_at);
create index ib_tick_by_tick_time on adapter.ib_tick_by_tick using brin (received_at);

-- One row a contract and five seconds. A LIVE bar replaces a BACK_FILLED one and is never replaced.
create table adapter.ib_realtime_bars_5s (
    contract_id integer     not null,
    bar_start   timestamptz not null,
    symbol      text        not null,
    open        numeric     not null,
    high        numeric     not null,
    low         numeric     not null,
    close       numeric     not null,
    volume      numeric,
    wap         numeric,
    trade_count integer,
    source      text        not null,
    connection  bigint      not null,
    received_at timestamptz not null,
    stored_at   timestamptz not null default now(),
    primary key (contract_id, bar_start)
);

create index ib_realtime_bars_5s_symbol_time on adapter.ib_realtime_bars_5s (symbol, bar_start);
create index ib_realtime_bars_5s_time on adapter.ib_realtime_bars_5s using brin (bar_start);
create index ib_realtime_bars_5s_stored on adapter.ib_realtime_bars_5s using brin (stored_at);

-- operation: INSERT, UPDATE, DELETE, RESET (no side, no row, but a reason); side: BID, ASK.
create table adapter.ib_market_depth (
    connection   bigint      not null,
    sequence     bigint      not null,
    symbol       text        not null,
    contract_id  integer     not null,
    ticker_id    integer     not null,
    operation    text        not null,
    side         text,
    row_position integer,
    price        numeric,
    size         numeric,
    market_maker text        not null,
    smart        boolean     not null,
    reason       text        not null,
    received_at  timestamptz not null,
    stored_at    timestamptz not null default now(),
    primary key (connection, sequence, received_at)
);

create index ib_market_depth_symbol_time on adapter.ib_market_depth (symbol, received_at);
create index ib_market_depth_time on adapter.ib_market_depth using brin (received_at);

-- Outside prices against level 1. verdict: COMPARED, or why not; deviation in basis points of the level 1 price, null when not compared.
create table adapter.ib_uw_deviation (
    symbol       text        not null,
    priced_at    timestamptz not null,
    source       text        not null,
    uw_price     numeric     not null,
    l1_price     numeric,
    l1_rule      text        not null,
    l1_at        timestamptz,
    deviation_bp numeric,
    verdict      text        not null,
    compared_at  timestamptz not null,
    primary key (symbol, priced_at, source)
);

create index ib_uw_deviation_time on adapter.ib_uw_deviation (priced_at);

-- Minutes made of five-second bars where TimescaleDB does not keep them itself; bars counts the parts, 12 make it whole.
create table adapter.ib_bars_1m_rollup (
    contract_id integer     not null,
    minute      timestamptz not null,
    symbol      text        not null,
    open        numeric     not null,
    high        numeric     not null,
    low         numeric     not null,
    close       numeric     not null,
    volume      numeric,
    wap         numeric,
    trade_count bigint,
    bars        bigint      not null,
    back_filled bigint      not null,
    primary key (contract_id, minute)
);

-- What readers use; on TimescaleDB under its community licence it is put on a continuous aggregate.
create view adapter.ib_bars_1m as
select contract_id, minute, symbol, open, high, low, close, volume, wap, trade_count, bars, back_filled
from adapter.ib_bars_1m_rollup;

-- How far the scheduled work on history has come.
create table adapter.ib_history_marks (
    name text        primary key,
    at   timestamptz not null
);
