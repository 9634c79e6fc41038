package com.quanticity.ibkr.execution.position;

import com.quanticity.ibkr.execution.sql.Columns;
import com.quanticity.ibkr.model.contract.ContractId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table {@code strategy_positions}: each position shared out among the strategies whose fills made it. Quantities, commissions and cash
 * flows of all strategies together are the position's; realised profits are not, because two strategies can hold against each other.
 * Written in the transactions of {@link Positions}.
 */
final class StrategyPositions {

    private final JdbcClient jdbc;

    StrategyPositions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A strategy's part of a position.
     *
     * @param pointValue of its last trade
     */
    record Share(
            String account,
            ContractId contractId,
            String strategy,
            String symbol,
            BigDecimal pointValue,
            Holding holding,
            BigDecimal commission) {

        static Share none(Trade trade) {
            return new Share(
                    trade.account(),
                    trade.contractId(),
                    trade.strategy(),
                    trade.symbol(),
                    trade.pointValue(),
                    Holding.FLAT,
                    BigDecimal.ZERO);
        }

        Share after(Trade trade) {
            return new Share(
                    account,
                    contractId,
                    strategy,
                    trade.symbol(),
                    trade.pointValue(),
                    holding.after(trade.side(), trade.quantity(), trade.value()),
                    commission.add(trade.commission()));
        }

        Share charged(BigDecimal difference) {
            return new Share(account, contractId, strategy, symbol, pointValue, holding, commission.add(difference));
        }
    }

    void add(Trade trade, Instant now) {
        save(of(trade).after(trade), now);
    }

    void addCommission(Trade trade, BigDecimal difference, Instant now) {
        save(of(trade).charged(difference), now);
    }

    void rebuild(String account, ContractId contractId, List<Trade> trades, Instant now) {
        jdbc.sql("delete from strategy_positions where account = :account and contract_id = :contract")
                .param("account", account)
                .param("contract", contractId.value())
                .update();
        Map<String, Share> shares = new LinkedHashMap<>();
        for (Trade trade : trades) {
            shares.put(
                    trade.strategy(),
                    shares.getOrDefault(trade.strategy(), Share.none(trade)).after(trade));
        }
        shares.values().forEach(share -> save(share, now));
    }

    /** What this transaction reads from now on is of one moment; nothing may have been read before. */
    void beginPicture() {
        jdbc.sql("set transaction isolation level repeatable read").update();
    }

    /** By account, symbol and strategy; a null filter passes everything. */
    List<Share> list(@Nullable String account, @Nullable String strategy) {
        return jdbc.sql("""
            select * from strategy_positions
            where (:account::text is null or account = :account) and (:strategy::text is null or strategy = :strategy)
            order by account, symbol, contract_id, strategy""")
                .param("account", account)
                .param("strategy", strategy)
                .query((row, number) -> share(row))
                .list();
    }

    private Share of(Trade trade) {
        return jdbc.sql("""
            select * from strategy_positions
            where account = :account and contract_id = :contract and strategy = :strategy for update""")
                .param("account", trade.account())
                .param("contract", trade.contractId().value())
                .param("strategy", trade.strategy())
                .query((row, number) -> share(row))
                .optional()
                .orElseGet(() -> Share.none(trade));
    }

    private void save(Share share, Instant now) {
        jdbc.sql("""
            insert into strategy_positions (account, contract_id, strategy, symbol, point_value, quantity, cost, realized_pnl,
                commission, updated_at)
            values (:account, :contract, :strategy, :symbol, :pointValue, :quantity, :cost, :realizedPnl, :commission, :at)
            on conflict (account, contract_id, strategy) do update set
                symbol = excluded.symbol, point_value = excluded.point_value, quantity = excluded.quantity, cost = excluded.cost,
                realized_pnl = excluded.realized_pnl, commission = excluded.commission,
                updated_at = excluded.updated_at""")
                .param("account", share.account())
                .param("contract", share.contractId().value())
                .param("strategy", share.strategy())
                .param("symbol", share.symbol())
                .param("pointValue", share.pointValue())
                .param("quantity", share.holding().quantity())
                .param("cost", share.holding().cost())
                .param("realizedPnl", share.holding().realizedPnl())
                .param("commission", share.commission())
                .param("at", Columns.time(now))
                .update();
    }

    private static Share share(ResultSet row) throws SQLException {
        return new Share(
                row.getString("account"),
                ContractId.of(row.getInt("contract_id")),
                row.getString("strategy"),
                row.getString("symbol"),
                row.getBigDecimal("point_value"),
                new Holding(
                        row.getBigDecimal("quantity"), row.getBigDecimal("cost"), row.getBigDecimal("realized_pnl")),
                row.getBigDecimal("commission"));
    }
}
