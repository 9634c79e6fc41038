package com.quanticity.ibkr.simulator.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One trading day of a kind of instrument, times in UTC.
 *
 * @param date trading date in New York; a futures or currency session begins on the evening before
 * @param begin first moment of extended trading, the open itself when there is none
 * @param open first moment of the regular hours
 * @param close end of the regular hours, exclusive
 * @param end end of extended trading, exclusive; the close itself when there is none
 * @param hasAuctions whether a cross opens and closes the regular hours
 */
public record TradingSession(
        LocalDate date, Instant begin, Instant open, Instant close, Instant end, boolean hasAuctions) {

    /** Imbalances of the opening cross are published so long. Source: exchange rules, rounded. */
    public static final Duration OPENING_AUCTION = Duration.ofMinutes(2);

    /** Imbalances of the closing cross are published so long. */
    public static final Duration CLOSING_AUCTION = Duration.ofMinutes(10);

    public TradingSession {
        if (begin.isAfter(open) || !open.isBefore(close) || close.isAfter(end)) {
            throw new IllegalArgumentException(
                    "a session's times must be in order, not " + begin + " " + open + " " + close + " " + end);
        }
    }

    boolean contains(Instant at) {
        return !at.isBefore(begin) && at.isBefore(end);
    }

    /** The phase at a moment of this session; closed outside of it. */
    public MarketPhase phaseAt(Instant at) {
        if (!contains(at)) {
            return MarketPhase.CLOSED;
        }
        if (at.isBefore(open)) {
            return hasAuctions && !at.isBefore(open.minus(OPENING_AUCTION))
                    ? MarketPhase.OPENING_AUCTION
                    : MarketPhase.PRE_MARKET;
        }
        if (at.isBefore(close)) {
            return hasAuctions && !at.isBefore(close.minus(CLOSING_AUCTION))
                    ? MarketPhase.CLOSING_AUCTION
                    : MarketPhase.REGULAR;
        }
        return MarketPhase.POST_MARKET;
    }
}
