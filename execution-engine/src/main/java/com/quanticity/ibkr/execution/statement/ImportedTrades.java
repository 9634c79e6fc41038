package com.quanticity.ibkr.execution.statement;

import com.quanticity.ibkr.execution.reconcile.StatedTrades;
import com.quanticity.ibkr.execution.statement.Statement.Trade;
import com.quanticity.ibkr.model.order.PermId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/** Trades of imported statements. */
final class ImportedTrades implements StatedTrades {

    private final Statements statements;
    private final ZoneId zone;

    ImportedTrades(Statements statements, ZoneId zone) {
        this.statements = statements;
        this.zone = zone;
    }

    @Override
    public Optional<StatedTrade> find(String account, String witness, String reference) {
        return StatementDesk.dayOf(witness)
                .flatMap(day -> statements.of(account, day))
                .flatMap(statement ->
                        StatementDesk.dayOf(witness).map(statement::tradesOf).map(trades -> trades.get(reference)))
                .map(trade -> stated(reference, trade));
    }

    @Override
    public Optional<Instant> endOfDay(String witness) {
        return StatementDesk.dayOf(witness).map(day -> startOf(day.plusDays(1)).minusMillis(1));
    }

    private StatedTrade stated(String reference, Trade trade) {
        Long permId = trade.permId();
        String orderRef = trade.orderRef();
        return new StatedTrade(
                reference,
                trade.contractId(),
                trade.symbol(),
                trade.side(),
                trade.quantity(),
                trade.price(),
                trade.commission(),
                trade.commissionCurrency(),
                orderRef == null ? "" : orderRef,
                permId == null ? null : PermId.of(permId),
                executedAt(trade));
    }

    /** A trade without a time counts at noon: it must lie within its day, nothing else depends on it. */
    private Instant executedAt(Trade trade) {
        LocalTime time = trade.time() == null ? LocalTime.NOON : trade.time();
        return trade.day().atTime(time).atZone(zone).toInstant();
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
