-- Every change of the trading state, never updated. A version without a row was a resume that the database did not confirm.
create table trading_state_history (
    version    bigint primary key,
    state      text        not null check (state in ('ACTIVE', 'REDUCING', 'HALTED')),
    changed_by text        not null,
    reason     text        not null,
    since      timestamptz not null,
    command_id text
);

-- What each operator command was answered, so that a command delivered again changes nothing.
create table ops_command_answers (
    command_id  text primary key,
    outcome     text        not null check (outcome in ('DONE', 'REFUSED')),
    detail      text        not null,
    answered_at timestamptz not null
);
create index ops_command_answers_answered_at on ops_command_answers (answered_at desc);
