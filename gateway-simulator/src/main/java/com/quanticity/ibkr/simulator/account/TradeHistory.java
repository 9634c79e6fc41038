package com.quanticity.ibkr.simulator.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The trades that led from one position of a contract to another, in order, so that one of them can be restated in its place. */
final class TradeHistory {

    private final Position start;
    private final List<Booked> booked = new ArrayList<>();

    private record Booked(String execId, Trade trade) {}

    /**
     * The outcome of restated trades.
     *
     * @param after the position they lead to
     * @param realized by all of them
     * @param ownRealized by the restated trade, null when it only opened or is gone
     */
    record Outcome(
            Position after, BigDecimal realized, @Nullable BigDecimal ownRealized) {}

    TradeHistory(Position start) {
        this.start = start;
    }

    void add(String execId, Trade trade) {
        booked.add(new Booked(execId, trade));
    }

    boolean has(String execId) {
        return booked.stream().anyMatch(each -> each.execId().equals(execId));
    }

    /** What the trades lead to as they are. */
    Outcome outcome() {
        return outcome("");
    }

    void replace(String execId, String nextExecId, Trade trade) {
        booked.replaceAll(each -> each.execId().equals(execId) ? new Booked(nextExecId, trade) : each);
    }

    void remove(String execId) {
        booked.removeIf(each -> each.execId().equals(execId));
    }

    /** What the trades lead to, with the part of one of them. */
    Outcome outcome(String execId) {
        Position position = start;
        BigDecimal realized = BigDecimal.ZERO;
        @Nullable BigDecimal own = null;
        for (Booked each : booked) {
            Trade trade = each.trade();
            Position.Change change = position.trade(trade.quantity(), trade.price(), trade.commission());
            position = change.after();
            if (change.realized() != null) {
                realized = realized.add(change.realized());
            }
            if (each.execId().equals(execId)) {
                own = change.realized();
            }
        }
        return new Outcome(position, realized, own);
    }
}
