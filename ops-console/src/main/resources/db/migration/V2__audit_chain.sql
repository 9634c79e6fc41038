-- What was recorded before there was a chain stays as it is, append-only by its trigger.
alter table audit_log rename to audit_log_unchained;
alter index audit_log_pkey rename to audit_log_unchained_pkey;
alter index audit_log_at rename to audit_log_unchained_at;
comment on table audit_log_unchained is 'Commands and logins recorded before the hash chain. Append-only, no longer written.';

create table audit_log (
    sequence        bigint      primary key check (sequence > 0),
    id              text        not null unique,
    kind            text        not null,
    service         text        not null,
    who             text        not null,
    what            text        not null,
    outcome         text        not null,
    client_order_id text,
    client_id       integer,
    order_id        integer,
    perm_id         bigint,
    exec_id         text,
    command_id      text,
    account         text,
    detail          text        not null,
    payload         text,
    exchange_time   timestamptz,
    broker_time     timestamptz,
    at              timestamptz not null,
    stored_at       timestamptz not null,
    previous_hash   text        not null check (length(previous_hash) = 64),
    hash            text        not null unique check (length(hash) = 64)
);

comment on table audit_log is 'Every order request and response, operator action, login, limit and session change: a hash chain, append-only.';
comment on column audit_log.sequence is 'Place in the chain, from 1 without a hole.';
comment on column audit_log.payload is 'Exactly as sent or received.';
comment on column audit_log.exchange_time is 'When it happened at the exchange; null when nobody told.';
comment on column audit_log.broker_time is 'When the broker said so; null when it gave no time.';
comment on column audit_log.at is 'When we learned or did it.';
comment on column audit_log.stored_at is 'When it took its place; never before the row before it.';
comment on column audit_log.hash is 'SHA-256 over the previous hash and every other column.';

create index audit_log_stored_at on audit_log (stored_at);
create index audit_log_client_order_id on audit_log (client_order_id) where client_order_id is not null;

create trigger audit_log_append_only before update or delete or truncate on audit_log
    for each statement execute function audit_log_is_append_only();

-- Twice: a role that is not the owner is not even asked by the trigger.
revoke update, delete, truncate on audit_log, audit_log_unchained from public;
revoke update, delete, truncate on audit_log, audit_log_unchained from current_user;
