package com.quanticity.ibkr.gateway.inspect;

import com.quanticity.ibkr.gateway.event.HistoryEvent;
import com.quanticity.ibkr.gateway.event.HistoryEvent.Bar;
import com.quanticity.ibkr.gateway.event.HistoryEvent.Range;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bars and past ticks; the official clients make one callback of each bar. */
final class HistoryCallbacks {

    private static final String MEANINGLESS = "-1";

    private HistoryCallbacks() {}

    static List<Callback> of(HistoryEvent event) {
        return switch (event) {
            case HistoryEvent.HistoricalData data -> bars(data);
            case HistoryEvent.HistoricalDataEnd end -> List.of(end(end.reqId(), end.range()));
            case HistoryEvent.HistoricalDataUpdate update ->
                List.of(bar("historicalDataUpdate", update.reqId(), update.bar()));
            case HistoryEvent.HistoricalTicksBidAsk ticks ->
                List.of(Arguments.of(ticks)
                        .set(
                                "ticks",
                                ticks.ticks().stream()
                                        .map(HistoryCallbacks::quote)
                                        .toList())
                        .callback("historicalTicksBidAsk"));
            case HistoryEvent.HistoricalTicksLast ticks ->
                List.of(Arguments.of(ticks)
                        .set(
                                "ticks",
                                ticks.ticks().stream()
                                        .map(HistoryCallbacks::trade)
                                        .toList())
                        .callback("historicalTicksLast"));
            case HistoryEvent.RealtimeBar _,
                    HistoryEvent.HeadTimestamp _,
                    HistoryEvent.HistoricalTicks _,
                    HistoryEvent.HistoricalSchedule _,
                    HistoryEvent.HistogramData _ -> Arguments.plain(event);
        };
    }

    private static List<Callback> bars(HistoryEvent.HistoricalData data) {
        List<Callback> callbacks = new ArrayList<>();
        for (Bar bar : data.bars()) {
            callbacks.add(bar("historicalData", data.reqId(), bar));
        }
        Range range = data.range();
        if (range != null) {
            callbacks.add(end(data.reqId(), range));
        }
        return callbacks;
    }

    private static Callback end(int reqId, Range range) {
        return Arguments.none()
                .set("reqId", reqId)
                .set("startDateStr", range.start())
                .set("endDateStr", range.end())
                .callback("historicalDataEnd");
    }

    private static Callback bar(String callback, int reqId, Bar bar) {
        Map<String, @Nullable Object> members = Members.allOf(bar);
        members.replaceAll((name, value) -> value != null ? value : name.equals("barCount") ? -1 : MEANINGLESS);
        return Arguments.none().set("reqId", reqId).set("bar", members).callback(callback);
    }

    private static Map<String, @Nullable Object> quote(HistoryEvent.TickBidAsk tick) {
        return nested(Members.allOf(tick), "tickAttribBidAsk", "bidPastLow", "askPastHigh");
    }

    private static Map<String, @Nullable Object> trade(HistoryEvent.TickLast tick) {
        return nested(Members.allOf(tick), "tickAttribLast", "pastLimit", "unreported");
    }

    private static Map<String, @Nullable Object> nested(
            Map<String, @Nullable Object> members, String object, String... names) {
        Map<String, @Nullable Object> inner = new LinkedHashMap<>();
        for (String name : names) {
            inner.put(name, members.remove(name));
        }
        members.put(object, inner);
        return members;
    }
}
