package com.quanticity.ibkr.gateway.internal.wire;

import com.quanticity.ibkr.gateway.TickType;
import com.quanticity.ibkr.gateway.event.ConnectionEvent;
import com.quanticity.ibkr.gateway.event.ContractEvent;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.event.TickEvent;
import com.quanticity.ibkr.gateway.event.TickEvent.TickPrice;
import com.quanticity.ibkr.gateway.event.TickEvent.TickSize;
import com.quanticity.ibkr.gateway.event.TradingEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event in the words of the vectors: the callbacks it stands for, with their arguments. */
record EventView(String callback, Map<String, Object> args) {

    static List<EventView> of(GatewayEvent event) {
        return switch (event) {
            case TickPrice tick -> tickPrice(tick);
            case TickSize tick -> List.of(tickSize(tick.reqId(), tick.tickTypeCode(), tick.size()));
            case ConnectionEvent.ErrorMessage error -> List.of(error(error));
            case ConnectionEvent.ManagedAccounts(List<String> accounts) ->
                List.of(view("managedAccounts", Map.of("accountsList", String.join(",", accounts))));
            case ConnectionEvent.CurrentTime(Instant time) ->
                List.of(view("currentTime", Map.of("time", time.getEpochSecond())));
            case TickEvent.MarketDataTypeNotice(int reqId, int code) ->
                List.of(view("marketDataType", Map.of("reqId", reqId, "marketDataType", code)));
            case ContractEvent.ContractDetails(int reqId, var details) ->
                List.of(view("contractDetails", Map.of("reqId", reqId, "contractDetails", VectorMembers.of(details))));
            case TradingEvent.CommissionReport report ->
                List.of(new EventView("commissionAndFeesReport", renamed(report)));
            default -> List.of(new EventView(callbackOf(event), VectorMembers.of((Record) event)));
        };
    }

    private static EventView view(String callback, Map<String, Object> args) {
        return new EventView(callback, VectorMembers.ofVector(args));
    }

    private static String callbackOf(GatewayEvent event) {
        String name = event.getClass().getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static List<EventView> tickPrice(TickPrice tick) {
        BigDecimal price = tick.price();
        List<EventView> views = new ArrayList<>();
        views.add(view(
                "tickPrice",
                Map.of(
                        "reqId", tick.reqId(),
                        "tickType", tick.tickTypeCode(),
                        "price", price == null ? BigDecimal.ONE.negate() : price,
                        "attrib",
                                Map.of(
                                        "canAutoExecute", tick.canAutoExecute(),
                                        "pastLimit", tick.isPastLimit(),
                                        "preOpen", tick.isPreOpen()))));
        TickType sizeType = tick.tickType().sizeType();
        if (sizeType != TickType.UNRECOGNISED) {
            views.add(tickSize(tick.reqId(), sizeType.code(), tick.size()));
        }
        return views;
    }

    private static EventView tickSize(int reqId, int tickType, @Nullable BigDecimal size) {
        return view(
                "tickSize",
                size == null
                        ? Map.of("reqId", reqId, "tickType", tickType)
                        : Map.of("reqId", reqId, "tickType", tickType, "size", size));
    }

    private static EventView error(ConnectionEvent.ErrorMessage error) {
        Instant time = error.errorTime();
        return view(
                "error",
                Map.of(
                        "id", error.id(),
                        "errorTime", time == null ? 0L : time.toEpochMilli(),
                        "errorCode", error.errorCode(),
                        "errorMsg", error.errorMsg(),
                        "advancedOrderRejectJson", error.advancedOrderRejectJson()));
    }

    private static Map<String, Object> renamed(TradingEvent.CommissionReport report) {
        Map<String, Object> members = VectorMembers.of(report);
        Object realizedPnl = members.remove("realizedPnl");
        if (realizedPnl != null) {
            members.put("realizedPNL", realizedPnl);
        }
        return members;
    }
}
