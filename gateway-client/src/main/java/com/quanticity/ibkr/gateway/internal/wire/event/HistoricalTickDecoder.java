package com.quanticity.ibkr.gateway.internal.wire.event;

import com.quanticity.ibkr.gateway.event.HistoryEvent;
import com.quanticity.ibkr.gateway.event.HistoryEvent.Tick;
import com.quanticity.ibkr.gateway.event.HistoryEvent.TickBidAsk;
import com.quanticity.ibkr.gateway.event.HistoryEvent.TickLast;
import com.quanticity.ibkr.gateway.internal.wire.field.FieldReader;
import java.time.Instant;

/** Past ticks. */
final class HistoricalTickDecoder {

    private final FieldReader in;

    HistoricalTickDecoder(FieldReader in) {
        this.in = in;
    }

    HistoryEvent midPoints() {
        return new HistoryEvent.HistoricalTicks(
                in.integer("reqId"), in.group("ticks#", 4, this::midPoint), in.bool("done"));
    }

    private Tick midPoint() {
        Instant time = in.seconds("ticks[].time");
        in.skip("ticks[].unused");
        return new Tick(time, in.number("ticks[].price"), in.sizeOrNull("ticks[].size"));
    }

    HistoryEvent quotes() {
        return new HistoryEvent.HistoricalTicksBidAsk(
                in.integer("reqId"), in.group("ticks#", 6, this::quote), in.bool("done"));
    }

    /** The two bits stand the other way round than in the live ticks. */
    private TickBidAsk quote() {
        Instant time = in.seconds("ticks[].time");
        int mask = in.integer("ticks[].attrMask");
        return new TickBidAsk(
                time,
                (mask & 2) != 0,
                (mask & 1) != 0,
                in.number("ticks[].priceBid"),
                in.number("ticks[].priceAsk"),
                in.sizeOrNull("ticks[].sizeBid"),
                in.sizeOrNull("ticks[].sizeAsk"));
    }

    HistoryEvent trades() {
        return new HistoryEvent.HistoricalTicksLast(
                in.integer("reqId"), in.group("ticks#", 6, this::trade), in.bool("done"));
    }

    private TickLast trade() {
        Instant time = in.seconds("ticks[].time");
        int mask = in.integer("ticks[].attrMask");
        return new TickLast(
                time,
                (mask & 1) != 0,
                (mask & 2) != 0,
                in.number("ticks[].price"),
                in.sizeOrNull("ticks[].size"),
                in.code("ticks[].exchange"),
                in.code("ticks[].specialConditions"));
    }
}
