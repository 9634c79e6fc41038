-- Executions, by family, whose two sides changed since ledger and drop copy agreed last, or never agreed. A round of the reconciliation looks
-- at these only. "change" grows with every change, so that one that comes while they are compared is not taken for settled.
create sequence fill_change;
create table unsettled_fills (
    exec_family text   primary key,
    change      bigint not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

-- Written by the database itself, whoever changes a side. At the end of the transaction, because the trading path and the drop copy take
-- their locks in different orders before.
create function unsettle_fill() returns trigger language plpgsql set search_path from current as $$
begin
    insert into unsettled_fills (exec_family, change)
    values (case when tg_op = 'DELETE' then old.exec_family else new.exec_family end, nextval('fill_change'))
    on conflict (exec_family) do update set change = excluded.change;
    return null;
end
$$;
create constraint trigger unsettled
    after insert or delete
        or update of exec_id, exec_family, revision, current, origin, account, contract_id, side, quantity, price, recorded_at on fills
    deferrable initially deferred for each row execute function unsettle_fill();
create constraint trigger unsettled
    after insert or delete
        or update of exec_id, exec_family, revision, origin, account, contract_id, side, quantity, price, heard_at on witnessed_fills
    deferrable initially deferred for each row execute function unsettle_fill();

-- What may differ now; all else agrees.
insert into unsettled_fills (exec_family, change)
select exec_family, nextval('fill_change')
from (
    select w.exec_family from witnessed_fills w left join fills f on f.exec_id = w.exec_id
    where f.exec_id is null or f.side <> w.side or f.quantity <> w.quantity or f.price <> w.price or f.account <> w.account
        or f.contract_id <> w.contract_id
    union
    select f.exec_family from fills f
    where f.current and not exists (select 1 from witnessed_fills w where w.exec_id = f.exec_id)) open_sides;

-- Fills since the drop copy is complete, for the full comparison.
create index fills_recorded on fills (recorded_at);
