package com.quanticity.ibkr.gateway.event;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bars, past ticks, schedules. */
public sealed interface HistoryEvent extends GatewayEvent, GatewayEvent.WithId {

    /**
     * A bar of five seconds.
     *
     * @param time start of the bar
     * @param volume null when not given
     * @param wap weighted average price, null when not given
     * @param count number of trades
     */
    record RealtimeBar(
            int reqId,
            Instant time,
            BigDecimal open,
            BigDecimal high,
            BigDecimal low,
            BigDecimal close,
            @Nullable BigDecimal volume,
            @Nullable BigDecimal wap,
            int count)
            implements HistoryEvent {}

    /**
     * Bars, oldest first. Up to version 195 the whole answer; from 196 on {@link HistoricalDataEnd} follows.
     *
     * @param range of the answer up to version 195, null from 196 on
     */
    record HistoricalData(int reqId, @Nullable Range range, List<Bar> bars) implements HistoryEvent {
        public HistoricalData {
            bars = List.copyOf(bars);
        }

        /** True when no {@link HistoricalDataEnd} follows. */
        public boolean isComplete() {
            return range != null;
        }
    }

    /** Start and end of the bars asked for, {@code YYYYMMDD HH:mm:ss zone}. */
    record Range(String start, String end) {}

    record HistoricalDataEnd(int reqId, Range range) implements HistoryEvent {}

    /** The newest bar of a query that is kept up to date, possibly still forming. */
    record HistoricalDataUpdate(int reqId, Bar bar) implements HistoryEvent {}

    /**
     * One bar. What has no meaning for its kind of data (the wire says −1) is null.
     *
     * @param date {@code YYYYMMDD HH:mm:ss zone}, {@code YYYYMMDD} for days, or epoch seconds when asked so
     */
    record Bar(
            String date,
            BigDecimal open,
            BigDecimal high,
            BigDecimal low,
            BigDecimal close,
            @Nullable BigDecimal volume,
            @Nullable BigDecimal wap,
            @Nullable Integer barCount) {}

    /** @param headTimestamp oldest data there is: {@code YYYYMMDD-HH:mm:ss} in UTC, or epoch seconds when asked so */
    record HeadTimestamp(int reqId, String headTimestamp) implements HistoryEvent {}

    /** @param done true when the answer is complete */
    record HistoricalTicks(int reqId, List<Tick> ticks, boolean done) implements HistoryEvent {
        public HistoricalTicks {
            ticks = List.copyOf(ticks);
        }
    }

    /** A midpoint; {@code size} has no meaning and may be null. */
    record Tick(Instant time, BigDecimal price, @Nullable BigDecimal size) {}

    /** @param done true when the answer is complete */
    record HistoricalTicksBidAsk(int reqId, List<TickBidAsk> ticks, boolean done) implements HistoryEvent {
        public HistoricalTicksBidAsk {
            ticks = List.copyOf(ticks);
        }
    }

    /** A quote; sizes null when not given. */
    record TickBidAsk(
            Instant time,
            boolean bidPastLow,
            boolean askPastHigh,
            BigDecimal priceBid,
            BigDecimal priceAsk,
            @Nullable BigDecimal sizeBid,
            @Nullable BigDecimal sizeAsk) {}

    /** @param done true when the answer is complete */
    record HistoricalTicksLast(int reqId, List<TickLast> ticks, boolean done) implements HistoryEvent {
        public HistoricalTicksLast {
            ticks = List.copyOf(ticks);
        }
    }

    /** A trade; size null when not given. */
    record TickLast(
            Instant time,
            boolean pastLimit,
            boolean unreported,
            BigDecimal price,
            @Nullable BigDecimal size,
            String exchange,
            String specialConditions) {}

    /**
     * Trading sessions.
     *
     * @param timeZone zone of all times in it; the dash in {@code YYYYMMDD-HH:mm:ss} does not mean UTC here
     */
    record HistoricalSchedule(
            int reqId, String startDateTime, String endDateTime, String timeZone, List<Session> sessions)
            implements HistoryEvent {
        public HistoricalSchedule {
            sessions = List.copyOf(sessions);
        }
    }

    /** @param refDate trading day, {@code YYYYMMDD} */
    record Session(String startDateTime, String endDateTime, String refDate) {}

    /** How often each price traded. */
    record HistogramData(int reqId, List<HistogramEntry> items) implements HistoryEvent {
        public HistogramData {
            items = List.copyOf(items);
        }
    }

    record HistogramEntry(BigDecimal price, @Nullable BigDecimal size) {}
}
