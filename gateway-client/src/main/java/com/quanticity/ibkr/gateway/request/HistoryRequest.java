package com.quanticity.ibkr.gateway.request;

import com.quanticity.ibkr.gateway.TagValue;
import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.event.HistoryEvent;
import java.util.List;

/** The past. Pacing has rules of its own for these. Source: wire specification, behaviour 3. */
public sealed interface HistoryRequest extends GatewayRequest {

    /**
     * Asks for {@link HistoryEvent.HistoricalData}, or with {@link WhatToShow#SCHEDULE} for
     * {@link HistoryEvent.HistoricalSchedule}; or error 162.
     *
     * @param endDateTime empty = now, else {@code YYYYMMDD HH:mm:ss zone} or UTC {@code YYYYMMDD-HH:mm:ss}
     * @param durationStr number and unit: {@code 3600 S}, {@code 1 D}, {@code 2 W}, {@code 6 M}, {@code 1 Y}
     * @param useRTH regular trading hours only
     * @param formatDate 1 text, 2 epoch seconds for bars of less than a day, 3 the day only
     * @param keepUpToDate go on with updates of the forming bar; needs an empty {@code endDateTime}
     * @param chartOptions normally empty
     */
    record ReqHistoricalData(
            int reqId,
            GatewayContract contract,
            String endDateTime,
            String durationStr,
            BarSize barSizeSetting,
            WhatToShow whatToShow,
            boolean useRTH,
            int formatDate,
            boolean keepUpToDate,
            List<TagValue> chartOptions)
            implements HistoryRequest, WithId {

        public ReqHistoricalData {
            chartOptions = List.copyOf(chartOptions);
        }
    }

    /** A query under way answers 162, "query cancelled". */
    record CancelHistoricalData(int reqId) implements HistoryRequest, WithId {}

    /**
     * Asks from when on data exist: {@link HistoryEvent.HeadTimestamp}.
     *
     * @param formatDate 1 text, 2 epoch seconds
     */
    record ReqHeadTimestamp(int reqId, GatewayContract contract, WhatToShow whatToShow, boolean useRTH, int formatDate)
            implements HistoryRequest, WithId {}

    record CancelHeadTimestamp(int reqId) implements HistoryRequest, WithId {}

    /**
     * Asks for {@link HistoryEvent.HistoricalTicks} (midpoints), {@link HistoryEvent.HistoricalTicksBidAsk} or
     * {@link HistoryEvent.HistoricalTicksLast}. Exactly one of start and end is given; times are spelled as in {@link ReqHistoricalData}.
     *
     * @param numberOfTicks 1 to 1000; more may come to complete the last second
     * @param whatToShow TRADES, MIDPOINT or BID_ASK
     * @param useRth regular trading hours only
     * @param ignoreSize for BID_ASK: drop ticks that change nothing but a size
     */
    record ReqHistoricalTicks(
            int reqId,
            GatewayContract contract,
            String startDateTime,
            String endDateTime,
            int numberOfTicks,
            WhatToShow whatToShow,
            boolean useRth,
            boolean ignoreSize,
            List<TagValue> miscOptions)
            implements HistoryRequest, WithId {

        public ReqHistoricalTicks {
            miscOptions = List.copyOf(miscOptions);
        }
    }

    /**
     * Asks for {@link HistoryEvent.HistogramData}. Known from the wire specification's short form only.
     *
     * @param useRTH regular trading hours only
     * @param timePeriod number and unit, for example {@code 3 days}
     */
    record ReqHistogramData(int reqId, GatewayContract contract, boolean useRTH, String timePeriod)
            implements HistoryRequest, WithId {}

    record CancelHistogramData(int reqId) implements HistoryRequest, WithId {}
}
