-- One row for each figure that changed. The id is that of the message on account.value.
create table ib_account_summary (
    id          text primary key,
    account     text        not null,
    tag         text        not null,
    value       text        not null,
    currency    text        not null,
    received_at timestamptz not null
);
create index ib_account_summary_figure on ib_account_summary (account, tag, received_at desc);

-- What the broker holds for us now; a closed position stays with quantity 0.
create table ib_positions (
    account      text        not null,
    contract_id  integer     not null,
    symbol       text        not null,
    quantity     numeric     not null,
    average_cost numeric     not null,
    received_at  timestamptz not null,
    primary key (account, contract_id)
);

-- One row for each change of a position. The id is that of the message on account.position.
create table ib_positions_history (
    id           text primary key,
    account      text        not null,
    contract_id  integer     not null,
    symbol       text        not null,
    quantity     numeric     not null,
    average_cost numeric     not null,
    received_at  timestamptz not null
);
create index ib_positions_history_position on ib_positions_history (account, contract_id, received_at desc);
