create table approvals (
    id             text primary key,
    what           text        not null check (what in ('RESUME')),
    requested_by   text        not null,
    requested_role text        not null,
    reason         text        not null,
    preview        text        not null,
    requested_at   timestamptz not null,
    expires_at     timestamptz not null,
    status         text        not null check (status in ('PENDING', 'APPROVED', 'REFUSED', 'WITHDRAWN', 'LAPSED')),
    decided_by     text,
    decided_role   text,
    decided_at     timestamptz,
    sentence       text,
    constraint approvals_two_people check (decided_by is null or lower(decided_by) <> lower(requested_by)),
    constraint approvals_approved_by_somebody check (status <> 'APPROVED' or decided_by is not null)
);
comment on table approvals is 'Requests that need a second person, and how they ended.';

create unique index approvals_one_pending on approvals (what) where status = 'PENDING';

create table audit_log (
    id         bigint generated always as identity primary key,
    at         timestamptz not null,
    stored_at  timestamptz not null default clock_timestamp(),
    who        text        not null,
    what       text        not null,
    outcome    text        not null,
    command_id text        not null,
    detail     text        not null
);
comment on table audit_log is 'Every command and login: who, what, when, outcome. Append-only.';

create index audit_log_at on audit_log (at);

create function audit_log_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'console.audit_log is append-only: % refused', tg_op;
end
$$;

create trigger audit_log_append_only before update or delete or truncate on audit_log
    for each statement execute function audit_log_is_append_only();
