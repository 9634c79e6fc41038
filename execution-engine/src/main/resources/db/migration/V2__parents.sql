-- Parents of algorithms beside the orders placed one by one: a plan, and the roll-up of its children.
alter table parent_orders
    add column algorithm text not null default 'manual',
    add column person    text not null default '';

create table parent_plans (
    parent_order_id text primary key references parent_orders,
    kind            text        not null,
    symbol          text        not null,
    strategy        text        not null,
    algorithm       text        not null,
    origin          text        not null,
    terms           jsonb       not null,
    held_because    text        not null,
    released_at     timestamptz,
    end_because     text        not null,
    remark          text        not null,
    state           text        not null check (state in ('STORED', 'WORKING', 'CANCELLING', 'FILLED', 'CANCELLED')),
    filled_quantity numeric     not null,
    open_quantity   numeric     not null,
    average_price   numeric,
    children        integer     not null,
    version         bigint      not null,
    created_at      timestamptz not null,
    updated_at      timestamptz not null
);
create index parent_plans_live on parent_plans (state) where state in ('STORED', 'WORKING', 'CANCELLING');
create index parent_plans_of_strategy on parent_plans (strategy, parent_order_id);

-- What a child is for its parent; ORDER for orders placed one by one.
alter table child_orders
    add column role text not null default 'ORDER' check (role in ('ORDER', 'SLICE', 'ENTRY', 'STOP', 'TARGET'));

-- The part of every position that a strategy's fills add up to.
create table strategy_positions (
    account      text        not null,
    contract_id  integer     not null,
    strategy     text        not null,
    symbol       text        not null,
    quantity     numeric     not null,
    cost         numeric     not null,
    realized_pnl numeric     not null,
    commission   numeric     not null,
    updated_at   timestamptz not null,
    primary key (account, contract_id, strategy)
);

-- The register of algorithms. A version counts once a second person has approved it; at most one of an algorithm is ACTIVE.
create table algorithms (
    algorithm    text        not null,
    version      integer     not null,
    purpose      text        not null,
    owner        text        not null,
    limits       jsonb       not null,
    state        text        not null check (state in ('PROPOSED', 'ACTIVE', 'REFUSED', 'RETIRED', 'DISABLED')),
    proposed_by  text        not null,
    proposed_at  timestamptz not null,
    decided_by   text        not null,
    decided_at   timestamptz,
    reason       text        not null,
    primary key (algorithm, version)
);
create unique index algorithms_active on algorithms (algorithm) where state = 'ACTIVE';
insert into algorithms (algorithm, version, purpose, owner, limits, state, proposed_by, proposed_at, decided_by, decided_at, reason)
select name, 1, purpose, 'desk', '{}', 'ACTIVE', 'release', now(), 'release', now(), 'comes with the platform'
from (values
    ('manual', 'orders placed one by one by a person or a program'),
    ('at-once', 'one order, priced from the market'),
    ('twap', 'equal slices at equal distances'),
    ('vwap', 'slices as the volume of past days was spread'),
    ('pov', 'a share of what the market trades'),
    ('iceberg', 'never more than a display quantity out'),
    ('bracket', 'an entry with stop and target'),
    ('rebalance', 'orders that bring an account to its targets')) as built_in (name, purpose);

-- Intents of outside strategies that were answered: a repeated one gets the same answer.
create table intents (
    intent_id       text primary key,
    fingerprint     text        not null,
    strategy        text        not null,
    outcome         text        not null,
    code            text        not null,
    reason          text        not null,
    parent_order_id text,
    answered_at     timestamptz not null
);

-- Runs that bring an account to its targets, phase by phase.
create table rebalance_runs (
    run_id          text primary key,
    idempotency_key text        not null unique,
    request         jsonb       not null,
    phase           text        not null,
    state           text        not null check (state in ('RUNNING', 'DONE', 'ENDED')),
    remark          text        not null,
    created_at      timestamptz not null,
    updated_at      timestamptz not null
);
