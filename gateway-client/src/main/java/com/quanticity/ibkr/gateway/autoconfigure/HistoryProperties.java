package com.quanticity.ibkr.gateway.autoconfigure;

import com.quanticity.ibkr.gateway.pacing.HistoryLimits;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often the past may be asked for, over all sessions of the gateway. BID_ASK queries count twice.
 *
 * @param perMinute most queries in any minute
 * @param perTenMinutes most in any ten minutes; IB allows 60
 * @param identicalPause pause between two identical queries; IB asks for 15 s
 * @param sameSeries most for one contract, exchange and kind of data within the window; IB refuses the sixth
 * @param sameSeriesWindow that window
 * @param open most queries under way; IB allows 50
 */
record HistoryProperties(
        @DefaultValue("6") int perMinute,
        @DefaultValue("60") int perTenMinutes,
        @DefaultValue("15s") Duration identicalPause,
        @DefaultValue("5") int sameSeries,
        @DefaultValue("2s") Duration sameSeriesWindow,
        @DefaultValue("50") int open) {

    HistoryLimits limits() {
        return new HistoryLimits(perMinute, perTenMinutes, identicalPause, sameSeries, sameSeriesWindow, open);
    }
}
