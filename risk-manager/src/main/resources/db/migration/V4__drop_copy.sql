-- What client id 2 saw of everybody's orders, executions and commissions. The id is that of the message on dropcopy.event; "identity"
-- names the fact, so that an execution that is told again after a restart is no new row. Written once, never changed.
create table drop_copy (
    id        text primary key,
    identity  text        not null unique,
    kind      text        not null check (kind in ('ORDER', 'EXECUTION', 'COMMISSION', 'COMPLETE', 'LOST')),
    account   text,
    perm_id   bigint,
    client_id integer,
    exec_id   text,
    origin    text,
    symbol    text,
    data      jsonb       not null,
    at        timestamptz not null
);
create index drop_copy_order on drop_copy (perm_id, id) where perm_id is not null;
create index drop_copy_execution on drop_copy (exec_id) where exec_id is not null;
create index drop_copy_kind on drop_copy (kind, id desc);
create trigger append_only
    before update or delete or truncate on drop_copy
    for each statement execute function refuse_change();
