-- Events of every session come from the stream session.event, each once, with the gap that it begins or ends.
alter table adapter.ib_session_events
    add column message_id  text,
    add column component   text not null default 'ibkr-adapter',
    add column gap_from    timestamptz,
    add column gap_to      timestamptz,
    add column gap_cause   text;

create unique index ib_session_events_message on adapter.ib_session_events (message_id);
create index ib_session_events_at on adapter.ib_session_events (client_id, at);
