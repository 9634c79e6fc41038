-- Who caused a fill. Those that were adopted before this column existed show it by their client id only.
alter table fills add column origin text not null default 'PLATFORM';
update fills set origin = 'MANUAL' where client_order_id is null and client_id = 0;

-- Lasting differences between our books and a witness. Never deleted.
create table discrepancies (
    id            text primary key,
    kind          text        not null,
    account       text        not null,
    contract_id   integer,
    symbol        text        not null,
    reference     text        not null,
    ours          text        not null,
    theirs        text        not null,
    witness       text        not null,
    state         text        not null check (state in ('OPEN', 'IGNORED', 'RESOLVED', 'CLEARED')),
    since         timestamptz not null,
    opened_at     timestamptz not null,
    ended_at      timestamptz,
    ignored_until timestamptz,
    decided_by    text        not null,
    reason        text        not null,
    version       bigint      not null,
    updated_at    timestamptz not null
);
create index discrepancies_standing on discrepancies (id) where ended_at is null;

-- What people decided about them. Written once.
create table discrepancy_decisions (
    idempotency_key text primary key,
    discrepancy_id  text        not null references discrepancies,
    action          text        not null check (action in ('ADOPT', 'IGNORE', 'CORRECT')),
    terms           text        not null,
    decided_by      text        not null,
    reason          text        not null,
    decided_at      timestamptz not null
);
create index discrepancy_decisions_of on discrepancy_decisions (discrepancy_id, decided_at);

-- Executions as the drop copy saw them, the independent witness of "fills".
create table witnessed_fills (
    exec_id     text primary key,
    exec_family text        not null,
    revision    bigint      not null,
    origin      text        not null,
    order_ref   text        not null,
    account     text        not null,
    contract_id integer     not null,
    symbol      text        not null,
    side        text        not null,
    quantity    numeric     not null,
    price       numeric     not null,
    data        jsonb       not null,
    heard_at    timestamptz not null
);
create index witnessed_fills_family on witnessed_fills (exec_family, revision);
create index witnessed_fills_heard on witnessed_fills (heard_at);

-- Orders of others as the drop copy shows them: typed by hand, of other client ids, and those a person took over.
create table outside_orders (
    perm_id    bigint primary key,
    origin     text        not null,
    account    text        not null,
    symbol     text        not null,
    status     text        not null,
    open       boolean     not null,
    adopted_by text        not null default '',
    data       jsonb       not null,
    updated_at timestamptz not null
);
create index outside_orders_open on outside_orders (perm_id) where open;

-- One row: since when the drop copy is complete, and when it was lost last.
create table drop_copy_marks (
    single      boolean primary key default true check (single),
    complete_at timestamptz,
    lost_at     timestamptz
);
insert into drop_copy_marks values (true, null, null);
