package com.quanticity.ibkr.simulator.generator;

import com.quanticity.ibkr.simulator.calendar.TradingSession;
import java.time.Duration;
import java.time.Instant;

/** How busy a market is over the day: high at the open and the close, low around noon, one on average. */
final class VolumeCurve {

    private static final double LOWEST = 0.6;
    private static final double RISE = 2.0;
    private static final double EXTENDED = 0.15;

    private VolumeCurve() {}

    /** The factor at a moment of a session. */
    static double at(TradingSession session, Instant time) {
        if (time.isBefore(session.open()) || !time.isBefore(session.close())) {
            return EXTENDED;
        }
        double length = Duration.between(session.open(), session.close()).toMillis();
        double fromMiddle = 2 * (Duration.between(session.open(), time).toMillis() / length) - 1;
        double square = fromMiddle * fromMiddle;
        return LOWEST + RISE * square * square;
    }
}
