package com.quanticity.ibkr.simulator.history;

import com.quanticity.ibkr.simulator.past.Tick;
import com.quanticity.ibkr.simulator.past.Units;
import com.quanticity.ibkr.simulator.wire.Event;
import com.quanticity.ibkr.simulator.wire.Fields;
import java.util.List;

/** Writes historical ticks: all in one frame. */
final class TickEvents {

    private TickEvents() {}

    static Event answer(int requestId, TickQuery query) {
        List<Fields> ticks =
                query.ticks().stream().map(tick -> fields(query.kind(), tick)).toList();
        return Event.of(name(query.kind()))
                .with("reqId", requestId)
                .withGroup("ticks", ticks)
                .with("done", true);
    }

    private static String name(TickQuery.Kind kind) {
        return switch (kind) {
            case TRADES -> "HISTORICAL_TICKS_LAST";
            case BID_ASK -> "HISTORICAL_TICKS_BID_ASK";
            case MIDPOINT -> "HISTORICAL_TICKS";
        };
    }

    private static Fields fields(TickQuery.Kind kind, Tick tick) {
        Fields fields = new Fields().put("time", tick.second());
        return switch (tick) {
            case Tick.Trade trade ->
                fields.put("attrMask", 0)
                        .put("price", Units.toDecimal(trade.price()))
                        .put("size", trade.size())
                        .put("exchange", trade.exchange())
                        .put("specialConditions", trade.conditions());
            case Tick.Quote quote
            when kind == TickQuery.Kind.MIDPOINT ->
                fields.put("unused", 0)
                        .put("price", Units.toDecimal(quote.midpoint()))
                        .put("size", 0);
            case Tick.Quote quote ->
                fields.put("attrMask", 0)
                        .put("priceBid", Units.toDecimal(quote.bid()))
                        .put("priceAsk", Units.toDecimal(quote.ask()))
                        .put("sizeBid", quote.bidSize())
                        .put("sizeAsk", quote.askSize());
        };
    }
}
