package com.quanticity.ibkr.simulator.history;

import com.quanticity.ibkr.simulator.desk.Client;
import com.quanticity.ibkr.simulator.past.Bar;
import com.quanticity.ibkr.simulator.past.Units;
import com.quanticity.ibkr.simulator.wire.Event;
import com.quanticity.ibkr.simulator.wire.Fields;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Writes bars. */
final class BarEvents {

    private static final int AVERAGE_DECIMALS = 3;
    private static final int EPOCH_SECONDS = 2;
    private static final int DAY_ONLY = 3;
    private static final long MEANINGLESS = -1;

    private BarEvents() {}

    /** The whole answer; the end is a frame of its own from version 196 on. */
    static void answer(Client client, int requestId, BarQuery query, List<DatedBar> bars) {
        String start = HistoryTimes.zoned(query.span().nominalStart(query.end()), query.instrument());
        String end = HistoryTimes.zoned(query.end(), query.instrument());
        client.send(Event.of("HISTORICAL_DATA")
                .with("reqId", requestId)
                .with("startDateStr", start)
                .with("endDateStr", end)
                .withGroup("bars", bars.stream().map(bar -> fields(query, bar)).toList()));
        if (client.version() >= 196) {
            client.send(Event.of("HISTORICAL_DATA_END")
                    .with("reqId", requestId)
                    .with("startDateStr", start)
                    .with("endDateStr", end));
        }
    }

    /** A bar that has changed or begun. */
    static Event update(int requestId, BarQuery query, DatedBar bar) {
        Fields fields = fields(query, bar);
        Event event = Event.of("HISTORICAL_DATA_UPDATE").with("reqId", requestId);
        fields.names().forEach(name -> event.with("bar." + name, fields.text(name)));
        return event;
    }

    private static Fields fields(BarQuery query, DatedBar dated) {
        Bar bar = dated.bar();
        Fields fields = new Fields()
                .put("date", date(query, dated))
                .put("open", Units.toDecimal(bar.open()))
                .put("high", Units.toDecimal(bar.high()))
                .put("low", Units.toDecimal(bar.low()))
                .put("close", Units.toDecimal(bar.close()));
        if (!query.kind().isOfTrades()) {
            return fields.put("volume", MEANINGLESS).put("wap", MEANINGLESS).put("barCount", MEANINGLESS);
        }
        if (!query.instrument().hasVolume()) {
            return fields.put("volume", 0).put("wap", 0).put("barCount", bar.count());
        }
        return fields.put("volume", BigDecimal.valueOf(bar.volume()))
                .put("wap", bar.average(AVERAGE_DECIMALS))
                .put("barCount", bar.count());
    }

    private static String date(BarQuery query, DatedBar dated) {
        if (dated.date() != null) {
            return HistoryTimes.day(dated.date());
        }
        long start = dated.bar().start();
        return switch (query.formatDate()) {
            case EPOCH_SECONDS -> Long.toString(start);
            case DAY_ONLY -> HistoryTimes.day(query.instrument().dateOf(start));
            default -> HistoryTimes.zoned(Instant.ofEpochSecond(start), query.instrument());
        };
    }
}
