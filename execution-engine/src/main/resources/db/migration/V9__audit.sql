-- What must be on record, written by the database itself: in the transaction of the change it tells, and also when the change is made by hand.
create table audit_outbox (
    position bigint generated always as identity primary key,
    entry_id text not null unique,
    entry    text not null
);

create function audit_ulid(at timestamptz) returns text language plpgsql as $$
declare
    alphabet constant text   := '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    millis   constant bigint := floor(extract(epoch from at) * 1000);
    bits     constant bytea  := uuid_send(gen_random_uuid());
    id       text            := '';
begin
    for i in reverse 9..0 loop
        id := id || substr(alphabet, ((millis >> (5 * i)) & 31)::integer + 1, 1);
    end loop;
    for i in 0..15 loop
        id := id || substr(alphabet, (get_byte(bits, i) & 31) + 1, 1);
    end loop;
    return id;
end
$$;

create function audit_entry(
    kind text, who text, what text, outcome text, client_order_id text, command_id text, account text, detail text, payload text,
    at timestamptz) returns void language plpgsql set search_path from current as $$
declare
    id constant text := audit_ulid(clock_timestamp());
begin
    insert into audit_outbox (entry_id, entry)
    values (id, jsonb_build_object(
        'id', id, 'kind', kind, 'service', 'execution-engine', 'who', who, 'what', what, 'outcome', outcome,
        'reference', jsonb_build_object('clientOrderId', client_order_id, 'commandId', command_id, 'account', account),
        'detail', detail, 'payload', payload,
        'times', jsonb_build_object('ours', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')))::text);
end
$$;

create function audit_order_command() returns trigger language plpgsql set search_path from current as $$
declare
    data constant jsonb := new.data::jsonb;
begin
    perform audit_entry('ORDER_REQUEST', coalesce(data ->> 'by', 'execution-engine'), new.type, 'REQUESTED',
        nullif(new.message_key, ''), new.message_id, data -> 'order' ->> 'account', '', new.data, new.created_at);
    return null;
end
$$;
create trigger audit after insert on outbox for each row when (new.stream = 'order.command') execute function audit_order_command();

create function audit_parent_order() returns trigger language plpgsql set search_path from current as $$
begin
    perform audit_entry('ORDER_REQUEST', coalesce(nullif(new.person, ''), nullif(new.strategy, ''), 'execution-engine'), 'parent',
        'DONE', null, new.parent_order_id, new.account, 'algorithm ' || new.algorithm, to_jsonb(new)::text, new.created_at);
    return null;
end
$$;
create trigger audit after insert on parent_orders for each row execute function audit_parent_order();

create function audit_parent_plan() returns trigger language plpgsql set search_path from current as $$
begin
    perform audit_entry('ORDER_REQUEST', new.strategy, 'parent-' || lower(new.state), 'DONE', null, new.parent_order_id, null,
        new.kind || ' of ' || new.algorithm || ' ' || new.end_because, to_jsonb(new)::text, new.updated_at);
    return null;
end
$$;
create trigger audit_new after insert on parent_plans for each row execute function audit_parent_plan();
create trigger audit_changed after update on parent_plans for each row when (old.state is distinct from new.state)
    execute function audit_parent_plan();

create function audit_algorithm() returns trigger language plpgsql set search_path from current as $$
begin
    perform audit_entry('OPERATOR_ACTION', coalesce(nullif(new.decided_by, ''), new.proposed_by), 'ALGORITHM_' || new.state, 'DONE',
        null, new.algorithm || '/' || new.version, null, new.reason, to_jsonb(new)::text, coalesce(new.decided_at, new.proposed_at));
    return null;
end
$$;
create trigger audit after insert or update on algorithms for each row execute function audit_algorithm();

create function audit_intent() returns trigger language plpgsql set search_path from current as $$
begin
    perform audit_entry('ORDER_REQUEST', new.strategy, 'intent', case when new.parent_order_id is null then 'REFUSED' else 'DONE' end,
        null, new.intent_id, null, new.outcome || ' ' || new.code || ' ' || new.reason, to_jsonb(new)::text, new.answered_at);
    return null;
end
$$;
create trigger audit after insert on intents for each row execute function audit_intent();

create function audit_rebalance() returns trigger language plpgsql set search_path from current as $$
begin
    perform audit_entry('ORDER_REQUEST', 'execution-engine', 'rebalance', 'REQUESTED', null, new.run_id, null, new.remark,
        to_jsonb(new)::text, new.created_at);
    return null;
end
$$;
create trigger audit after insert on rebalance_runs for each row execute function audit_rebalance();

create function audit_withdrawn() returns trigger language plpgsql set search_path from current as $$
begin
    perform audit_entry('ORDER_RESPONSE', 'execution-engine', 'withdrawn', 'REFUSED', nullif(new.message_key, ''), new.message_id, null,
        'never handed over: cancelled before or too old', null, coalesce(new.ended_at, clock_timestamp()));
    return null;
end
$$;
create trigger audit_withdrawn after update on outbox for each row
    when (new.stream = 'order.command' and new.state = 'WITHDRAWN' and old.state is distinct from new.state)
    execute function audit_withdrawn();

create function audit_discrepancy_decision() returns trigger language plpgsql set search_path from current as $$
begin
    perform audit_entry('OPERATOR_ACTION', new.decided_by, 'DISCREPANCY_' || new.action, 'DONE', null, new.discrepancy_id, null,
        new.reason, to_jsonb(new)::text, new.decided_at);
    return null;
end
$$;
create trigger audit after insert on discrepancy_decisions for each row execute function audit_discrepancy_decision();
