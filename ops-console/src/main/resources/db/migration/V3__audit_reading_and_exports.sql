-- What belongs to one order is found by every id that the wire uses for it.
create index audit_log_order_id on audit_log (client_id, order_id) where order_id is not null;
create index audit_log_perm_id on audit_log (perm_id) where perm_id is not null;
create index audit_log_exec_id on audit_log (exec_id) where exec_id is not null;
create index audit_log_executions on audit_log (coalesce(exchange_time, at)) where what = 'executed';
create index audit_log_exec_family on audit_log (regexp_replace(exec_id, '\.[0-9]{1,18}$', '')) where what = 'executed';
create index audit_log_kind on audit_log (kind, sequence);

-- Days of the record that have a copy outside the database, one row each.
create table audit_exports (
    day           date        primary key,
    links         bigint      not null,
    last_sequence bigint      not null,
    head_hash     text        not null check (length(head_hash) = 64),
    file_sha256   text        not null check (length(file_sha256) = 64),
    place         text        not null,
    retain_until  date        not null,
    held          boolean     not null,
    exported_at   timestamptz not null
);
comment on table audit_exports is 'Days of the audit record that were exported: where to, and what the copy must hold. Append-only.';

create function audit_exports_are_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'console.audit_exports is append-only: % refused', tg_op;
end
$$;

create trigger audit_exports_append_only before update or delete or truncate on audit_exports
    for each statement execute function audit_exports_are_append_only();

revoke update, delete, truncate on audit_exports from public;
revoke update, delete, truncate on audit_exports from current_user;
