package com.quanticity.ibkr.simulator.history;

import java.time.Duration;

/**
 * What the historical data service allows and how quick it is.
 *
 * <p>Source: tws-wire behaviour.md, section 3.
 *
 * @param pacing whether queries for bars of 30 seconds and less are paced; BID_ASK counts twice
 * @param sameQuery none the same within this time
 * @param inTwoSeconds so many for one contract, exchange and type within 2 seconds are one too many
 * @param inTenMinutes at most within 10 minutes
 * @param openQueries unanswered and kept-up-to-date queries of one client at once; one more is refused with error 162
 * @param answerTime how long a query takes
 * @param updateInterval between two updates of a bar that is kept up to date
 */
public record HistoryLimits(
        boolean pacing,
        Duration sameQuery,
        int inTwoSeconds,
        int inTenMinutes,
        int openQueries,
        Duration answerTime,
        Duration updateInterval) {

    public HistoryLimits {
        if (openQueries < 1) {
            throw new IllegalArgumentException("at least one open query must be allowed, not " + openQueries);
        }
        if (answerTime.isNegative() || sameQuery.isNegative()) {
            throw new IllegalArgumentException(
                    "the times of the history service cannot be negative, not " + answerTime + " and " + sameQuery);
        }
        if (inTwoSeconds < 0 || inTenMinutes < 0) {
            throw new IllegalArgumentException("the numbers of queries cannot be negative: give 0 or more");
        }
        if (updateInterval.compareTo(Duration.ofMillis(100)) < 0) {
            throw new IllegalArgumentException("the update interval must be at least 100 ms, not " + updateInterval);
        }
    }

    /**
     * Paced: none the same within 15 seconds, fewer than six within 2 seconds, 60 within 10 minutes; 50 open queries, answered
     * within 20 milliseconds, updates every 5 seconds.
     */
    public static HistoryLimits defaults() {
        return new HistoryLimits(true, Duration.ofSeconds(15), 6, 60, 50, Duration.ofMillis(20), Duration.ofSeconds(5));
    }

    /** The same with or without pacing. */
    public HistoryLimits withPacing(boolean paced) {
        return new HistoryLimits(paced, sameQuery, inTwoSeconds, inTenMinutes, openQueries, answerTime, updateInterval);
    }

    /** The same paced in another way. */
    public HistoryLimits withRates(Duration same, int twoSeconds, int tenMinutes) {
        return new HistoryLimits(pacing, same, twoSeconds, tenMinutes, openQueries, answerTime, updateInterval);
    }

    /** The same with another number of open queries. */
    public HistoryLimits withOpenQueries(int most) {
        return new HistoryLimits(pacing, sameQuery, inTwoSeconds, inTenMinutes, most, answerTime, updateInterval);
    }

    /** The same with another answer time. */
    public HistoryLimits withAnswerTime(Duration other) {
        return new HistoryLimits(pacing, sameQuery, inTwoSeconds, inTenMinutes, openQueries, other, updateInterval);
    }
}
