package com.quanticity.ibkr.gateway.internal.wire.event;

import com.quanticity.ibkr.gateway.event.HistoryEvent;
import com.quanticity.ibkr.gateway.event.HistoryEvent.Bar;
import com.quanticity.ibkr.gateway.event.HistoryEvent.HistogramEntry;
import com.quanticity.ibkr.gateway.event.HistoryEvent.Range;
import com.quanticity.ibkr.gateway.event.HistoryEvent.Session;
import com.quanticity.ibkr.gateway.internal.wire.Version;
import com.quanticity.ibkr.gateway.internal.wire.field.FieldReader;
import org.jspecify.annotations.Nullable;

/** Bars, schedules, histograms. */
final class HistoryDecoder {

    private final FieldReader in;
    private final int version;

    HistoryDecoder(FieldReader in, int version) {
        this.in = in;
        this.version = version;
    }

    HistoryEvent realtimeBar() {
        in.skip("version");
        return new HistoryEvent.RealtimeBar(
                in.integer("reqId"),
                in.seconds("time"),
                in.number("open"),
                in.number("high"),
                in.number("low"),
                in.number("close"),
                in.sizeOrNull("volume"),
                in.sizeOrNull("wap"),
                in.integer("count"));
    }

    HistoryEvent bars() {
        int reqId = in.integer("reqId");
        Range range = version < Version.HISTORY_END_FRAME ? range() : null;
        return new HistoryEvent.HistoricalData(reqId, range, in.group("bars#", 8, this::bar));
    }

    HistoryEvent barsEnd() {
        return new HistoryEvent.HistoricalDataEnd(in.integer("reqId"), range());
    }

    private Range range() {
        return new Range(in.text("startDateStr"), in.text("endDateStr"));
    }

    private Bar bar() {
        return new Bar(
                in.text("bars[].date"),
                in.number("bars[].open"),
                in.number("bars[].high"),
                in.number("bars[].low"),
                in.number("bars[].close"),
                in.sizeOrNullIfMinusOne("bars[].volume"),
                in.sizeOrNullIfMinusOne("bars[].wap"),
                countOrNull("bars[].barCount"));
    }

    /** Not the order of {@link #bar()}: count first, close before high and low, average before volume. */
    HistoryEvent barUpdate() {
        int reqId = in.integer("reqId");
        Integer barCount = countOrNull("bar.barCount");
        String date = in.text("bar.date");
        var open = in.number("bar.open");
        var close = in.number("bar.close");
        var high = in.number("bar.high");
        var low = in.number("bar.low");
        var wap = in.sizeOrNullIfMinusOne("bar.wap");
        var volume = in.sizeOrNullIfMinusOne("bar.volume");
        return new HistoryEvent.HistoricalDataUpdate(
                reqId, new Bar(date, open, high, low, close, volume, wap, barCount));
    }

    private @Nullable Integer countOrNull(String field) {
        int count = in.integer(field);
        return count == -1 ? null : count;
    }

    HistoryEvent headTimestamp() {
        return new HistoryEvent.HeadTimestamp(in.integer("reqId"), in.text("headTimestamp"));
    }

    HistoryEvent schedule() {
        return new HistoryEvent.HistoricalSchedule(
                in.integer("reqId"),
                in.text("startDateTime"),
                in.text("endDateTime"),
                in.text("timeZone"),
                in.group(
                        "sessions#",
                        3,
                        () -> new Session(
                                in.text("sessions[].startDateTime"),
                                in.text("sessions[].endDateTime"),
                                in.text("sessions[].refDate"))));
    }

    HistoryEvent histogram() {
        return new HistoryEvent.HistogramData(
                in.integer("reqId"),
                in.group(
                        "items#",
                        2,
                        () -> new HistogramEntry(in.number("items[].price"), in.sizeOrNull("items[].size"))));
    }
}
