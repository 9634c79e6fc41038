package com.quanticity.ibkr.gateway.pacing;

import com.quanticity.ibkr.gateway.internal.settings.Problems;
import java.time.Duration;

/**
 * How often the past may be asked for. BID_ASK queries count twice where queries are counted. Source: wire specification, behaviour 3;
 * the number a minute is the customer's.
 *
 * @param perMinute most queries in any minute, 1 or more
 * @param perTenMinutes most in any ten minutes, 1 or more
 * @param identicalPause shortest pause between two identical queries
 * @param sameSeries most for one contract, exchange and kind of data within {@code sameSeriesWindow}; IB refuses the sixth
 * @param sameSeriesWindow see {@code sameSeries}
 * @param open most queries under way at once, 1 or more
 */
public record HistoryLimits(
        int perMinute,
        int perTenMinutes,
        Duration identicalPause,
        int sameSeries,
        Duration sameSeriesWindow,
        int open) {

    public HistoryLimits {
        new Problems()
                .atLeastOne("pacing.history.per-minute", perMinute)
                .atLeastOne("pacing.history.per-ten-minutes", perTenMinutes)
                .positive("pacing.history.identical-pause", identicalPause)
                .atLeastOne("pacing.history.same-series", sameSeries)
                .positive("pacing.history.same-series-window", sameSeriesWindow)
                .atLeastOne("pacing.history.open", open)
                .throwIfAny();
    }

    /** 6 a minute, 60 in ten minutes, 15 s, 5 in 2 s, 50 open. */
    public static HistoryLimits defaults() {
        return new HistoryLimits(6, 60, Duration.ofSeconds(15), 5, Duration.ofSeconds(2), 50);
    }
}
