package com.quanticity.ibkr.simulator.matching.life;

import com.quanticity.ibkr.simulator.calendar.MarketPhase;
import com.quanticity.ibkr.simulator.calendar.TradingCalendar;
import com.quanticity.ibkr.simulator.calendar.TradingHours;
import com.quanticity.ibkr.simulator.calendar.TradingSession;
import com.quanticity.ibkr.simulator.matching.WorkingOrder;
import com.quanticity.ibkr.simulator.matching.terms.OrderType;
import com.quanticity.ibkr.simulator.matching.terms.TimeInForce;
import java.time.Instant;
import java.util.Optional;

/** When the exchange works an order. Auctions come at their real times even when the market never closes. */
public final class Hours {

    private final TradingCalendar calendar;

    public Hours(TradingCalendar calendar) {
        this.calendar = calendar;
    }

    private static TradingHours of(WorkingOrder order) {
        String secType = order.legs().isEmpty()
                ? order.contract().secType()
                : order.legs().getFirst().contract().secType();
        return TradingHours.ofSecurityType(secType);
    }

    /** Whether the exchange would work the order now. */
    public boolean isOpen(WorkingOrder order, Instant now) {
        MarketPhase phase = calendar.phaseAt(of(order), now);
        boolean isExtended = order.terms().lifetime().isOutsideHours()
                || order.terms().lifetime().isOvernight();
        return phase.isRegularHours() || isExtended && phase.isTrading();
    }

    /** Whether it is in its regular hours. */
    public boolean isRegular(WorkingOrder order, Instant now) {
        return calendar.phaseAt(of(order), now).isRegularHours();
    }

    /** When the exchange works the order next. */
    public Instant nextOpen(WorkingOrder order, Instant now) {
        TradingSession next = calendar.nextSession(of(order), now);
        return order.terms().lifetime().isOutsideHours() && next.begin().isAfter(now) ? next.begin() : next.open();
    }

    /** When the auction comes that an order is for; empty for an order that trades continuously. */
    public Optional<Instant> auction(WorkingOrder order, Instant now) {
        TimeInForce timeInForce = order.terms().timeInForce();
        if (order.terms().type().kind() == OrderType.Kind.CLOSING) {
            return Optional.of(calendar.sessionAt(of(order), now)
                    .filter(session -> session.close().isAfter(now))
                    .orElseGet(() -> calendar.nextSession(of(order), now))
                    .close());
        }
        boolean isOpening = timeInForce == TimeInForce.OPG || timeInForce == TimeInForce.AUC;
        return isOpening ? Optional.of(calendar.nextSession(of(order), now).open()) : Optional.empty();
    }

    /** When the order's day ends; empty when the market never closes and days end at midnight. */
    public Optional<Instant> endOfDay(WorkingOrder order, Instant now) {
        if (calendar.isAlwaysOpen() || order.terms().timeInForce().outlivesTheDay()) {
            return Optional.empty();
        }
        TradingSession session = calendar.sessionAt(of(order), now)
                .filter(current ->
                        current.close().isAfter(now) || order.terms().lifetime().isOutsideHours())
                .orElseGet(() -> calendar.nextSession(of(order), now));
        boolean isExtended =
                order.terms().lifetime().isOutsideHours() || order.terms().timeInForce() == TimeInForce.GTX;
        return Optional.of(isExtended ? session.end() : session.close());
    }
}
