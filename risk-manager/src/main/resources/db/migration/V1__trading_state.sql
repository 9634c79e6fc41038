-- Every change of the trading state, never updated. A version without a row was a resume that the database did not confirm.
create table trading_state_history (
    version    bigint primary key,
    state      text        not null check (state in ('ACTIVE', 'REDUCING', 'HALTED')),
    changed_by text        not null,
    reason     text        not null,
    since      timestamptz not null,
    command_id text
);

create function refuse_change() returns trigger language plpgsql as
$$
begin
    raise exception '% is append-only: insert a new row instead', tg_table_name;
end
$$;
create trigger append_only
    before update or delete or truncate on trading_state_history
    for each statement execute function refuse_change();

-- What each operator command was answered, so that a command delivered again changes nothing.
create table ops_command_answers (
    command_id  text primary key,
    outcome     text        not null check (outcome in ('DONE', 'REFUSED')),
    detail      text        not null,
    answered_at timestamptz not null
);
create index ops_command_answers_answered_at on ops_command_answers (answered_at desc);
