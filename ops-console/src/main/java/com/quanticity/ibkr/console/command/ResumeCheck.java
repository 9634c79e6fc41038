package com.quanticity.ibkr.console.command;

import com.quanticity.ibkr.console.freshness.Level;
import com.quanticity.ibkr.console.orders.OrderBook;
import com.quanticity.ibkr.console.positions.PositionsPanel;
import com.quanticity.ibkr.console.sessions.GateBook;
import com.quanticity.ibkr.console.sessions.SessionBook;
import com.quanticity.ibkr.console.trading.TradingStateBook;
import com.quanticity.ibkr.model.risk.RiskState;
import com.quanticity.ibkr.model.session.ClientIdOwner;
import com.quanticity.ibkr.model.session.SessionState;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** What the system knows about whether trading may go on. It informs two people; it does not decide. */
final class ResumeCheck {

    private final TradingStateBook trading;
    private final SessionBook sessions;
    private final GateBook gate;
    private final OrderBook orders;
    private final PositionsPanel positions;

    ResumeCheck(
            TradingStateBook trading, SessionBook sessions, GateBook gate, OrderBook orders, PositionsPanel positions) {
        this.trading = trading;
        this.sessions = sessions;
        this.gate = gate;
        this.orders = orders;
        this.positions = positions;
    }

    List<Line> lines(Instant now) {
        return List.of(
                tradingState(now),
                session(ClientIdOwner.IBKR_ADAPTER, now),
                session(ClientIdOwner.RISK_MANAGER, now),
                orderGate(now),
                unknownOrders(now),
                positionsAgree(now));
    }

    /** The same in one line, for the record. */
    String summary(Instant now) {
        return lines(now).stream().map(line -> line.level() + " " + line.text()).collect(Collectors.joining("; "));
    }

    private Line tradingState(Instant now) {
        return trading.fresh(now)
                .map(state -> new Line(Level.NORMAL.style(), describe(state)))
                .orElseGet(() -> new Line(Level.UNKNOWN.style(), "Trading state unknown: risk-manager is silent"));
    }

    private static String describe(RiskState state) {
        return "Trading is " + state.state() + ", by " + state.by();
    }

    private Line session(ClientIdOwner owner, Instant now) {
        String name = "GW" + owner.clientId() + " " + owner.component();
        return sessions.believed(owner, now)
                .map(status -> status.state() == SessionState.READY
                        ? new Line(Level.NORMAL.style(), name + " is READY")
                        : new Line(Level.SERIOUS.style(), name + " is " + status.state()))
                .orElseGet(() -> new Line(Level.UNKNOWN.style(), name + " is silent"));
    }

    private Line orderGate(Instant now) {
        return gate.believed(now)
                .map(answer -> answer.gaps().isEmpty()
                        ? new Line(Level.NORMAL.style(), "The order gate knows what it needs")
                        : new Line(Level.SERIOUS.style(), "The order gate would deny orders: " + reasons(answer)))
                .orElseGet(() -> new Line(Level.UNKNOWN.style(), "The order gate is silent"));
    }

    private static String reasons(GateBook.Answer answer) {
        return answer.gaps().stream().map(GateBook.Gap::reason).distinct().collect(Collectors.joining(", "));
    }

    private Line unknownOrders(Instant now) {
        OrderBook.Open open = orders.open(now);
        String text =
                open.unknown() + " unknown orders, " + open.inFlight() + " in flight, " + open.working() + " working";
        return new Line((open.unknown() > 0 ? Level.SERIOUS : Level.NORMAL).style(), text);
    }

    private Line positionsAgree(Instant now) {
        PositionsPanel.Comparison comparison = positions.comparison(now);
        String text = comparison.differing() + " positions differ from the broker's, " + comparison.unknown()
                + " cannot be compared";
        if (comparison.differing() > 0) {
            return new Line(Level.SERIOUS.style(), text);
        }
        return new Line((comparison.unknown() > 0 ? Level.UNKNOWN : Level.NORMAL).style(), text);
    }

    /**
     * A line of the checklist.
     *
     * @param level style and shape
     */
    record Line(String level, String text) {}
}
