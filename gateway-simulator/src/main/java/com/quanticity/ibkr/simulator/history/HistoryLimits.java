package com.quanticity.ibkr.simulator.history;

import java.time.Duration;

/**
 * What the historical data service allows and how quick it is.
 *
 * <p>Source: tws-wire behaviour.md, section 3.
 *
 * @param pacing whether queries for bars of 30 seconds and less are paced: none the same within 15 seconds, fewer than six
 *     for one contract, exchange and type within 2 seconds, at most 60 within 10 minutes, BID_ASK counting twice
 * @param openQueries unanswered and kept-up-to-date queries of one client at once; one more is refused with error 162
 * @param answerTime how long a query takes
 * @param updateInterval between two updates of a bar that is kept up to date
 */
public record HistoryLimits(boolean pacing, int openQueries, Duration answerTime, Duration updateInterval) {

    public HistoryLimits {
        if (openQueries < 1) {
            throw new IllegalArgumentException("at least one open query must be allowed, not " + openQueries);
        }
        if (answerTime.isNegative()) {
            throw new IllegalArgumentException("the answer time cannot be negative, not " + answerTime);
        }
        if (updateInterval.compareTo(Duration.ofMillis(100)) < 0) {
            throw new IllegalArgumentException("the update interval must be at least 100 ms, not " + updateInterval);
        }
    }

    /** Paced, 50 open queries, answered within 20 milliseconds, updates every 5 seconds. */
    public static HistoryLimits defaults() {
        return new HistoryLimits(true, 50, Duration.ofMillis(20), Duration.ofSeconds(5));
    }

    /** The same with or without pacing. */
    public HistoryLimits withPacing(boolean paced) {
        return new HistoryLimits(paced, openQueries, answerTime, updateInterval);
    }

    /** The same with another answer time. */
    public HistoryLimits withAnswerTime(Duration other) {
        return new HistoryLimits(pacing, openQueries, other, updateInterval);
    }
}
