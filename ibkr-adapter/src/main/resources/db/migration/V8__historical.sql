-- Downloads of the past. Times are UTC instants; prices and sizes are exact decimals; null = absent.

create table adapter.ib_historical_jobs (
    job_id          text        primary key,
    idempotency_key text        unique,
    kind            text        not null,
    contract_id     integer     not null,
    symbol          text        not null,
    security_type   text        not null,
    exchange        text        not null,
    from_at         timestamptz not null,
    to_at           timestamptz not null,
    bar_size        text,
    what_to_show    text        not null,
    regular_hours   boolean     not null,
    urgent          boolean     not null,
    state           text        not null,
    reason          text        not null default '',
    surveyed        boolean     not null default false,
    requests_done   integer     not null default 0,
    created_at      timestamptz not null,
    started_at      timestamptz,
    finished_at     timestamptz
);

create index ib_historical_jobs_state on adapter.ib_historical_jobs (state);

-- A piece of a download. Its position and the rows it brought are committed together.
create table adapter.ib_historical_pieces (
    job_id      text        not null references adapter.ib_historical_jobs on delete cascade,
    number      integer     not null,
    from_at     timestamptz not null,
    to_at       timestamptz not null,
    position_at timestamptz not null,
    state       text        not null,
    stored      bigint      not null default 0,
    requests    integer     not null default 0,
    note        text        not null default '',
    primary key (job_id, number)
);

-- Bars of a day and more have an exchange_day; their start_at is midnight UTC of that day, a label and no moment.
create table adapter.ib_historical_bars (
    contract_id   integer     not null,
    bar_size      text        not null,
    what_to_show  text        not null,
    regular_hours boolean     not null,
    start_at      timestamptz not null,
    exchange_day  date,
    open          numeric     not null,
    high          numeric     not null,
    low           numeric     not null,
    close         numeric     not null,
    volume        numeric,
    wap           numeric,
    trade_count   integer,
    stored_at     timestamptz not null default now(),
    primary key (contract_id, bar_size, what_to_show, regular_hours, start_at)
);

-- A second is stored whole; ordinal counts its ticks from 0 in the broker's order.
create table adapter.ib_historical_ticks (
    contract_id   integer     not null,
    kind          text        not null,
    at            timestamptz not null,
    ordinal       integer     not null,
    price         numeric,
    size          numeric,
    bid           numeric,
    ask           numeric,
    bid_size      numeric,
    ask_size      numeric,
    exchange      text        not null default '',
    conditions    text        not null default '',
    flags         text        not null default '',
    stored_at     timestamptz not null default now(),
    primary key (contract_id, kind, at, ordinal)
);
