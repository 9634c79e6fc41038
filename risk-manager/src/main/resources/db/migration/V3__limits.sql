-- Every version of the limits that was in force, with who wanted it, who agreed, and why; never updated.
create table risk_limits (
    version     bigint primary key,
    content     jsonb       not null,
    proposed_by text        not null,
    approved_by text        not null,
    reason      text        not null,
    since       timestamptz not null
);
create trigger append_only
    before update or delete or truncate on risk_limits
    for each statement execute function refuse_change();

create table risk_limit_proposals (
    id           text primary key,
    base_version bigint      not null,
    content      jsonb       not null,
    proposed_by  text        not null,
    reason       text        not null,
    proposed_at  timestamptz not null,
    state        text        not null check (state in ('OPEN', 'APPROVED', 'REJECTED')),
    decided_by   text,
    decided_at   timestamptz,
    check (decided_by is null or state = 'REJECTED' or lower(trim(decided_by)) <> lower(trim(proposed_by)))
);
create index risk_limit_proposals_time on risk_limit_proposals (proposed_at desc);

-- Leave for single orders. In force from approval to valid_until.
create table risk_limit_overrides (
    id            text primary key,
    denial        text        not null,
    strategy      text        not null,
    symbol        text        not null,
    side          text        not null check (side in ('BUY', 'SELL')),
    quantity      numeric     not null,
    valid_seconds bigint      not null,
    requested_by  text        not null,
    why           text        not null,
    requested_at  timestamptz not null,
    approved_by   text,
    valid_until   timestamptz,
    check (approved_by is null or lower(trim(approved_by)) <> lower(trim(requested_by)))
);
create index risk_limit_overrides_time on risk_limit_overrides (requested_at desc);

-- Orders that the gate denied, by the id of the message that told it.
create table risk_breaches (
    id              text primary key,
    client_order_id text        not null,
    reason          text        not null,
    value           text        not null,
    limit_text      text        not null,
    at              timestamptz not null
);
create index risk_breaches_time on risk_breaches (at desc);

-- The trading state of strategies and contracts stands beside the firm's.
alter table trading_state_history add column scope text not null default 'firm';
