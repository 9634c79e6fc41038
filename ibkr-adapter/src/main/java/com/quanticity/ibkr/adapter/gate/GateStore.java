package com.quanticity.ibkr.adapter.gate;

import com.quanticity.ibkr.adapter.gate.activity.StrategyLocks.Lock;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.order.ClientOrderId;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the gate must not forget over a restart, in the adapter's schema. Thread-safe. */
final class GateStore {

    private final JdbcTemplate database;

    /** What a strategy held by its fills. */
    record StrategyPosition(String strategy, ContractId contractId, BigDecimal quantity) {}

    GateStore(JdbcTemplate database) {
        this.database = database;
    }

    /** Strategies that nobody enabled again. */
    List<Lock> locks() {
        return database.query(
                "select strategy, cycles, limit_text, disabled_at from adapter.gate_strategy_lock where enabled_at is null",
                (row, number) -> new Lock(
                        row.getString(1),
                        row.getInt(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant()));
    }

    void disable(Lock lock) {
        database.update(
                "insert into adapter.gate_strategy_lock (strategy, cycles, limit_text, disabled_at) values (?, ?, ?, ?)",
                lock.strategy(),
                lock.cycles(),
                lock.limit(),
                Timestamp.from(lock.at()));
    }

    /** Who enables it, and why, stays on record. */
    void enable(String strategy, String by, String reason, Instant now) {
        database.update(
                "update adapter.gate_strategy_lock set enabled_at = ?, enabled_by = ?, enabled_reason = ?"
                        + " where strategy = ? and enabled_at is null",
                Timestamp.from(now),
                by,
                reason,
                strategy);
    }

    /** When each strategy was last enabled; what it did before does not count any more. */
    List<Lock> lastEnabled() {
        return database.query(
                "select strategy, 0, '', max(enabled_at) from adapter.gate_strategy_lock"
                        + " where enabled_at is not null group by strategy",
                (row, number) -> new Lock(
                        row.getString(1),
                        row.getInt(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant()));
    }

    /** Notes which order took an override, unless another did before; returns the order that has it. */
    ClientOrderId takeOverride(String overrideId, ClientOrderId clientOrderId, Instant now) {
        database.update(
                "insert into adapter.gate_override_taken (override_id, client_order_id, taken_at) values (?, ?, ?)"
                        + " on conflict (override_id) do nothing",
                overrideId,
                clientOrderId.value(),
                Timestamp.from(now));
        return ClientOrderId.of(Objects.requireNonNull(database.queryForObject(
                "select client_order_id from adapter.gate_override_taken where override_id = ?",
                String.class,
                overrideId)));
    }

    /** What the fills of orders that ended and were journaled before a time add up to. */
    List<StrategyPosition> positionsBefore(Instant time) {
        return database.query(
                """
                select order_json ->> 'strategy', contract_id,
                       sum(case when order_json ->> 'side' = 'BUY' then filled_quantity else -filled_quantity end)
                from adapter.ib_order_journal
                where journaled_at < ? and contract_id is not null and filled_quantity > 0
                  and state not in ('JOURNALED', 'SENT', 'WORKING', 'UNKNOWN')
                group by 1, 2""",
                (row, number) ->
                        new StrategyPosition(row.getString(1), ContractId.of(row.getInt(2)), row.getBigDecimal(3)),
                Timestamp.from(time));
    }
}
