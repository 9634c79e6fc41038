-- After every migration, so that an extension created later is found too. Makes hypertables of one day where TimescaleDB is there, in any
-- edition, and does nothing where it is not. A table that holds rows is converted with them; writers wait meanwhile.
do $$
declare
    schema_of_timescale text;
    hyper record;
begin
    select n.nspname into schema_of_timescale
    from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'timescaledb';
    if schema_of_timescale is null then
        return;
    end if;
    for hyper in
        select * from (values
            ('adapter.ib_l1_quotes', 'received_at'),
            ('adapter.ib_tick_by_tick', 'received_at'),
            ('adapter.ib_market_depth', 'received_at'),
            ('adapter.ib_realtime_bars_5s', 'bar_start')) as h (name, time_column)
    loop
        execute format(
            'select %I.create_hypertable(%L::regclass, %L, chunk_time_interval => interval ''1 day'', if_not_exists => true, migrate_data => true)',
            schema_of_timescale, hyper.name, hyper.time_column);
    end loop;
end
$$;
