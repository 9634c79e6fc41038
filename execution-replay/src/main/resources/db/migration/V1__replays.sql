create table runs (
    run_id          text primary key,
    idempotency_key text unique,
    recordings      text        not null,
    symbols         text        not null,
    from_at         timestamptz not null,
    to_at           timestamptz not null,
    speed           text        not null,
    state           text        not null check (state in ('RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED', 'INTERRUPTED')),
    reason          text        not null default '',
    recorded_at     timestamptz,
    started_at      timestamptz not null,
    ended_at        timestamptz
);
comment on column runs.recorded_at is 'recorded time reached';

create table run_results (
    run_id           text   not null references runs,
    symbol           text   not null,
    rows_read        bigint not null,
    quotes_published bigint not null,
    primary key (run_id, symbol)
);
