-- Days are asked for by the minute: what a statement must cover, what a day's report shows.
create index fills_by_time on fills ((coalesce(executed_at, recorded_at)));

-- What was decided, and what the broker stated, stands as it was written.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only: insert a new row instead', tg_table_name;
end
$$;
create trigger append_only before update or delete or truncate on discrepancy_decisions
    for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on statements
    for each statement execute function refuse_change();
revoke update, delete, truncate on discrepancy_decisions, statements from current_user;
