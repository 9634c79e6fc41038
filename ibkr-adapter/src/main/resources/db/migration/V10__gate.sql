-- Strategies that filled and entered again too often. A row without enabled_at is in force.
create table adapter.gate_strategy_lock (
    position       bigint generated always as identity primary key,
    strategy       text        not null,
    cycles         integer     not null,
    limit_text     text        not null,
    disabled_at    timestamptz not null,
    enabled_at     timestamptz,
    enabled_by     text,
    enabled_reason text
);

create unique index gate_strategy_lock_in_force on adapter.gate_strategy_lock (strategy) where enabled_at is null;

-- Which order took the leave to exceed a limit. Written before the order passes; each is taken once.
create table adapter.gate_override_taken (
    override_id     text        primary key,
    client_order_id text        not null,
    taken_at        timestamptz not null
);
