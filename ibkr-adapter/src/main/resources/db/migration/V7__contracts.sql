-- Reference data of every kind of contract. `reference` is the broker's last answer in full, `refreshed` the one of the last daily
-- refresh, against which the next is compared.
alter table adapter.ib_contract_reference
    add column stock_type       text        not null default '',
    add column multiplier       numeric,
    add column expiry           date,
    add column strike           numeric,
    add column option_right     text,
    add column underlying_id    integer,
    add column price_magnifier  integer     not null default 1,
    add column size_increment   numeric,
    add column market_rule_ids  text        not null default '',
    add column reference        jsonb,
    add column refreshed        jsonb,
    add column first_answered_at timestamptz not null default now(),
    -- Set when the broker said that it does not know the id any more; orders for it are denied.
    add column gone_at          timestamptz,
    add column gone_reason      text        not null default '';

create index ib_contract_reference_symbol on adapter.ib_contract_reference (symbol, security_type);

-- What the daily refresh found changed.
create table adapter.ib_contract_changes (
    day         date        not null,
    contract_id integer     not null,
    field       text        not null,
    symbol      text        not null,
    before      text        not null,
    after       text        not null,
    found_at    timestamptz not null,
    primary key (day, contract_id, field)
);

-- One row for each day whose refresh has begun; finished_at is null until all was asked.
create table adapter.ib_contract_refreshes (
    day         date        primary key,
    started_at  timestamptz not null,
    finished_at timestamptz,
    asked       integer     not null default 0,
    changed     integer     not null default 0,
    gone        integer     not null default 0
);

create table adapter.ib_occ_mapping (
    occ_symbol  text        primary key,
    contract_id integer,
    state       text        not null,
    reason      text        not null,
    checked_at  timestamptz not null
);

create index ib_occ_mapping_contract on adapter.ib_occ_mapping (contract_id);

-- Price increments: from price_from on, prices are multiples of increment.
create table adapter.ib_market_rules (
    rule_id     integer     not null,
    price_from  numeric     not null,
    increment   numeric     not null,
    answered_at timestamptz not null,
    primary key (rule_id, price_from)
);
