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

create function audit_entry(kind text, who text, what text, command_id text, detail text, payload jsonb, at timestamptz)
    returns void language plpgsql set search_path from current as $$
declare
    id constant text := audit_ulid(clock_timestamp());
begin
    insert into audit_outbox (entry_id, entry)
    values (id, jsonb_build_object(
        'id', id, 'kind', kind, 'service', 'risk-manager', 'who', who, 'what', what, 'outcome', 'DONE',
        'reference', jsonb_build_object('commandId', command_id), 'detail', detail, 'payload', payload::text,
        'times', jsonb_build_object('ours', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')))::text);
end
$$;

create function audit_trading_state() returns trigger language plpgsql set search_path from current as $$
begin
    perform audit_entry('TRADING_STATE', new.changed_by, new.state, new.command_id, new.reason, to_jsonb(new), new.since);
    return null;
end
$$;
create trigger audit after insert on trading_state_history for each row execute function audit_trading_state();

create function audit_limits() returns trigger language plpgsql set search_path from current as $$
begin
    perform audit_entry('LIMIT_CHANGE', new.approved_by, 'LIMITS', new.version::text,
        'proposed by ' || new.proposed_by || ': ' || new.reason, to_jsonb(new), new.since);
    return null;
end
$$;

create function audit_limit_proposal() returns trigger language plpgsql set search_path from current as $$
begin
    perform audit_entry('LIMIT_CHANGE', coalesce(new.decided_by, new.proposed_by), 'PROPOSAL_' || new.state, new.id, new.reason,
        to_jsonb(new), coalesce(new.decided_at, new.proposed_at));
    return null;
end
$$;

create function audit_limit_override() returns trigger language plpgsql set search_path from current as $$
begin
    perform audit_entry('LIMIT_CHANGE', coalesce(new.approved_by, new.requested_by),
        case when new.approved_by is null then 'OVERRIDE_REQUESTED' else 'OVERRIDE_APPROVED' end, new.id, new.why,
        to_jsonb(new), clock_timestamp());
    return null;
end
$$;

-- The tables of limits come with a migration of their own.
do $$
begin
    if to_regclass('risk_limits') is not null then
        create trigger audit after insert on risk_limits for each row execute function audit_limits();
    end if;
    if to_regclass('risk_limit_proposals') is not null then
        create trigger audit after insert or update on risk_limit_proposals for each row execute function audit_limit_proposal();
    end if;
    if to_regclass('risk_limit_overrides') is not null then
        create trigger audit after insert or update on risk_limit_overrides for each row execute function audit_limit_override();
    end if;
end
$$;
