package com.quanticity.ibkr.execution.position;

import com.quanticity.ibkr.execution.outbox.Outbox;
import com.quanticity.ibkr.execution.sql.Columns;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.execution.ExecutionEvent;
import com.quanticity.ibkr.model.execution.LedgerPosition;
import com.quanticity.ibkr.model.stream.Topics;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table {@code positions}. Every change is told on {@code execution.event} through the outbox. Writing methods take part in the
 * caller's transaction, which holds {@link #lock} for the position it changes before it reads the fills.
 */
public final class Positions {

    private final JdbcClient jdbc;
    private final StrategyPositions strategies;
    private final Outbox outbox;
    private final Clock clock;

    Positions(JdbcClient jdbc, StrategyPositions strategies, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.strategies = strategies;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Nobody else changes this position until the transaction ends, the first fill in it included. */
    public void lock(String account, ContractId contractId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:position, 2))")
                .param("position", account + "|" + contractId)
                .query((row, number) -> true)
                .single();
    }

    /** Adds one trade. */
    public void add(Trade trade) {
        Row held = held(trade.account(), trade.contractId(), trade.symbol());
        save(held.after(trade));
        strategies.add(trade, clock.instant());
    }

    /** Puts the position together anew, after a trade in the middle was corrected. An empty list makes it flat. */
    public void rebuild(String account, ContractId contractId, String symbol, List<Trade> trades) {
        Row row = Row.flat(account, contractId, symbol);
        for (Trade trade : trades) {
            row = row.after(trade);
        }
        save(row);
        attribute(account, contractId, trades);
    }

    /** Shares the position out among strategies anew, after a trade changed its owner. */
    public void attribute(String account, ContractId contractId, List<Trade> trades) {
        strategies.rebuild(account, contractId, trades, clock.instant());
    }

    /** Which position. */
    public record Key(String account, ContractId contractId) {}

    /** Positions whose strategies do not add up to them. */
    public List<Key> notSharedOut() {
        return jdbc.sql("""
                select account, contract_id from positions position
                left join (select account, contract_id, sum(quantity) as quantity, sum(commission) as commission,
                        sum(realized_pnl - cost) as cash_flow from strategy_positions group by account, contract_id) parts
                    using (account, contract_id)
                where parts.quantity is distinct from position.quantity
                    or parts.commission is distinct from position.commission
                    or parts.cash_flow is distinct from position.realized_pnl - position.cost
                order by account, contract_id""")
                .query((row, number) -> new Key(row.getString("account"), ContractId.of(row.getInt("contract_id"))))
                .list();
    }

    /** Corrects the paid commission of a trade by a difference. */
    public void addCommission(Trade trade, BigDecimal difference) {
        Row held = held(trade.account(), trade.contractId(), trade.symbol());
        save(held.charged(difference));
        strategies.addCommission(trade, difference, clock.instant());
    }

    /** All positions, flat ones included, by account and symbol; null passes everything. */
    public List<LedgerPosition> list(@Nullable String account, @Nullable String symbol) {
        return jdbc.sql("""
                select * from positions
                where (:account::text is null or account = :account) and (:symbol::text is null or symbol = :symbol)
                order by account, symbol, contract_id""")
                .param("account", account)
                .param("symbol", symbol)
                .query((row, number) -> Row.of(row).position(Columns.instant(row, "updated_at")))
                .list();
    }

    /** All positions of an account, or of all, with the cost of their open quantity. */
    List<Attribution.Position> withCost(@Nullable String account) {
        return jdbc.sql("""
                select * from positions where (:account::text is null or account = :account)
                order by account, symbol, contract_id""")
                .param("account", account)
                .query((row, number) -> new Attribution.Position(
                        Row.of(row).position(Columns.instant(row, "updated_at")), row.getBigDecimal("cost")))
                .list();
    }

    private Row held(String account, ContractId contractId, String symbol) {
        return jdbc.sql("select * from positions where account = :account and contract_id = :contractId for update")
                .param("account", account)
                .param("contractId", contractId.value())
                .query((row, number) -> Row.of(row))
                .optional()
                .orElseGet(() -> Row.flat(account, contractId, symbol));
    }

    private void save(Row row) {
        LedgerPosition position = row.position(clock.instant());
        jdbc.sql("""
                insert into positions (account, contract_id, symbol, point_value, quantity, cost, realized_pnl, commission, updated_at)
                values (:account, :contractId, :symbol, :pointValue, :quantity, :cost, :realizedPnl, :commission, :at)
                on conflict (account, contract_id) do update set
                    symbol = excluded.symbol, point_value = excluded.point_value, quantity = excluded.quantity, cost = excluded.cost,
                    realized_pnl = excluded.realized_pnl, commission = excluded.commission,
                    updated_at = excluded.updated_at""")
                .param("account", row.account)
                .param("contractId", row.contractId.value())
                .param("symbol", row.symbol)
                .param("pointValue", row.pointValue)
                .param("quantity", position.quantity())
                .param("cost", row.holding.cost())
                .param("realizedPnl", row.holding.realizedPnl())
                .param("commission", row.commission)
                .param("at", Columns.time(position.at()))
                .update();
        outbox.append(
                Topics.EXECUTION_EVENT,
                row.account + "|" + row.contractId,
                new ExecutionEvent.PositionChanged(position));
    }

    /** @param pointValue of the last trade */
    private record Row(
            String account,
            ContractId contractId,
            String symbol,
            BigDecimal pointValue,
            Holding holding,
            BigDecimal commission) {

        static Row flat(String account, ContractId contractId, String symbol) {
            return new Row(account, contractId, symbol, BigDecimal.ONE, Holding.FLAT, BigDecimal.ZERO);
        }

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getString("account"),
                    ContractId.of(row.getInt("contract_id")),
                    row.getString("symbol"),
                    row.getBigDecimal("point_value"),
                    new Holding(
                            row.getBigDecimal("quantity"),
                            row.getBigDecimal("cost"),
                            row.getBigDecimal("realized_pnl")),
                    row.getBigDecimal("commission"));
        }

        Row after(Trade trade) {
            return new Row(
                    account,
                    contractId,
                    trade.symbol(),
                    trade.pointValue(),
                    holding.after(trade.side(), trade.quantity(), trade.value()),
                    commission.add(trade.commission()));
        }

        Row charged(BigDecimal difference) {
            return new Row(account, contractId, symbol, pointValue, holding, commission.add(difference));
        }

        LedgerPosition position(java.time.Instant at) {
            return new LedgerPosition(
                    account,
                    contractId,
                    symbol,
                    Columns.canonical(holding.quantity()),
                    holding.averagePrice(pointValue),
                    Columns.canonical(holding.realizedPnl()),
                    Columns.canonical(commission),
                    at);
        }
    }
}
