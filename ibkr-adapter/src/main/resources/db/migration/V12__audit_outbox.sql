-- Audit entries that Redis has not confirmed yet, stored with the facts they tell. Rows leave once they are published.
create table adapter.ib_audit_outbox (
    position bigint generated always as identity primary key,
    entry_id text not null unique,
    entry    text not null
);
