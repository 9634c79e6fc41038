package com.quanticity.ibkr.gateway.inspect;

import com.quanticity.ibkr.gateway.TickType;
import com.quanticity.ibkr.gateway.event.DepthEvent;
import com.quanticity.ibkr.gateway.event.TickByTickEvent;
import com.quanticity.ibkr.gateway.event.TickEvent;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ticks and depth, whose records hold numbers as digits and scale. */
final class TickCallbacks {

    private TickCallbacks() {}

    static List<Callback> of(TickEvent event) {
        return switch (event) {
            case TickEvent.TickPrice tick -> tickPrice(tick);
            case TickEvent.TickSize tick -> List.of(tickSize(tick.reqId(), tick.tickTypeCode(), tick.size()));
            case TickEvent.MarketDataTypeNotice notice ->
                List.of(Arguments.of(notice).rename("code", "marketDataType").callback("marketDataType"));
            case TickEvent.TickReqParams params ->
                List.of(Arguments.of(params).zeroWhenUnset("minTick").callback("tickReqParams"));
            case TickEvent.TickEfp efp -> List.of(Arguments.of(efp).callback("tickEFP"));
            case TickEvent.TickGeneric _,
                    TickEvent.TickString _,
                    TickEvent.TickOptionComputation _,
                    TickEvent.TickSnapshotEnd _,
                    TickEvent.RerouteMktDataReq _ -> Arguments.plain(event);
        };
    }

    private static List<Callback> tickPrice(TickEvent.TickPrice tick) {
        BigDecimal price = tick.price();
        Callback first = Arguments.none()
                .set("reqId", tick.reqId())
                .set("tickType", tick.tickTypeCode())
                .set("price", price == null ? BigDecimal.ONE.negate() : price)
                .set(
                        "attrib",
                        flags(
                                "canAutoExecute", tick.canAutoExecute(),
                                "pastLimit", tick.isPastLimit(),
                                "preOpen", tick.isPreOpen()))
                .callback("tickPrice");
        TickType sizeType = tick.tickType().sizeType();
        return sizeType == TickType.UNRECOGNISED
                ? List.of(first)
                : List.of(first, tickSize(tick.reqId(), sizeType.code(), tick.size()));
    }

    private static Callback tickSize(int reqId, int tickType, @Nullable BigDecimal size) {
        return Arguments.none()
                .set("reqId", reqId)
                .set("tickType", tickType)
                .set("size", size)
                .callback("tickSize");
    }

    static List<Callback> of(TickByTickEvent event) {
        return switch (event) {
            case TickByTickEvent.TickByTickAllLast tick -> List.of(trade(tick));
            case TickByTickEvent.TickByTickBidAsk tick -> List.of(quote(tick));
            case TickByTickEvent.TickByTickMidPoint tick ->
                List.of(Arguments.none()
                        .set("reqId", tick.reqId())
                        .set("time", tick.epochSecond())
                        .set("midPoint", tick.midPoint())
                        .callback("tickByTickMidPoint"));
            case TickByTickEvent.TickByTickOther _ -> List.of();
        };
    }

    private static Callback trade(TickByTickEvent.TickByTickAllLast tick) {
        return Arguments.none()
                .set("reqId", tick.reqId())
                .set("tickType", tick.tickTypeCode())
                .set("time", tick.epochSecond())
                .set("price", tick.price())
                .set("size", tick.size())
                .set("attrib", flags("pastLimit", tick.isPastLimit(), "unreported", tick.isUnreported()))
                .set("exchange", tick.exchange())
                .set("specialConditions", tick.specialConditions())
                .callback("tickByTickAllLast");
    }

    private static Callback quote(TickByTickEvent.TickByTickBidAsk tick) {
        return Arguments.none()
                .set("reqId", tick.reqId())
                .set("time", tick.epochSecond())
                .set("bidPrice", tick.bidPrice())
                .set("askPrice", tick.askPrice())
                .set("bidSize", tick.bidSize())
                .set("askSize", tick.askSize())
                .set("attrib", flags("bidPastLow", tick.isBidPastLow(), "askPastHigh", tick.isAskPastHigh()))
                .callback("tickByTickBidAsk");
    }

    static List<Callback> of(DepthEvent event) {
        return switch (event) {
            case DepthEvent.UpdateMktDepth row -> List.of(row(row, "updateMktDepth"));
            case DepthEvent.UpdateMktDepthL2 row -> List.of(row(row, "updateMktDepthL2"));
            case DepthEvent.MktDepthExchanges _, DepthEvent.RerouteMktDepthReq _ -> Arguments.plain(event);
        };
    }

    private static Callback row(DepthEvent.Row row, String callback) {
        Arguments arguments = Arguments.none().set("reqId", row.reqId()).set("position", row.position());
        if (row instanceof DepthEvent.UpdateMktDepthL2 l2) {
            arguments.set("marketMaker", l2.marketMaker());
        }
        arguments
                .set("operation", row.operationCode())
                .set("side", row.sideCode())
                .set("price", row.price())
                .set("size", row.size());
        if (row instanceof DepthEvent.UpdateMktDepthL2 l2) {
            arguments.set("isSmartDepth", l2.isSmartDepth());
        }
        return arguments.callback(callback);
    }

    private static Map<String, Object> flags(Object... namesAndValues) {
        Map<String, Object> flags = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            flags.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return flags;
    }
}
