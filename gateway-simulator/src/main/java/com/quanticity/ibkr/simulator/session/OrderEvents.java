package com.quanticity.ibkr.simulator.session;

import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.matching.Execution;
import com.quanticity.ibkr.simulator.matching.WorkingOrder;
import com.quanticity.ibkr.simulator.wire.Event;
import com.quanticity.ibkr.simulator.wire.Fields;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/**
 * Writes what happens to orders, spelled as a real gateway spells it.
 *
 * <p>Source of the fillers: the real frames in tws-wire vectors and capture 11.
 */
final class OrderEvents {

    private static final String UNSET_DOUBLE = "1.7976931348623157E308";
    private static final String UNSET_INT = "2147483647";

    /** What a gateway writes for attributes the client left alone. */
    private static final Map<String, String> FILLERS = Map.ofEntries(
            Map.entry("order.lmtPrice", "0.0"),
            Map.entry("order.auxPrice", "0.0"),
            Map.entry("order.rule80A", "0"),
            Map.entry("order.exemptCode", "-1"),
            Map.entry("order.displaySize", UNSET_INT),
            Map.entry("order.ocaType", "3"),
            Map.entry("order.volatilityType", "0"),
            Map.entry("order.deltaNeutralOrderType", "None"),
            Map.entry("order.deltaNeutralOpenClose", "?"),
            Map.entry("order.scaleInitLevelSize", UNSET_INT),
            Map.entry("order.scaleSubsLevelSize", UNSET_INT),
            Map.entry("order.clearingIntent", "IB"),
            Map.entry("order.adjustedOrderType", "None"),
            Map.entry("order.triggerPrice", UNSET_DOUBLE),
            Map.entry("order.trailStopPrice", UNSET_DOUBLE),
            Map.entry("order.lmtPriceOffset", UNSET_DOUBLE),
            Map.entry("order.adjustedStopPrice", UNSET_DOUBLE),
            Map.entry("order.adjustedStopLimitPrice", UNSET_DOUBLE),
            Map.entry("order.adjustedTrailingAmount", UNSET_DOUBLE),
            Map.entry("order.dontUseAutoPriceForHedge", "1"),
            Map.entry("order.duration", ""),
            Map.entry("order.parentPermId", "9223372036854775807"),
            Map.entry("order.autoCancelDate", ""),
            Map.entry("order.refFuturesConId", UNSET_INT),
            Map.entry("order.shareholder", "Not an insider or substantial shareholder"),
            Map.entry("order.cashQty", "0"));

    private static final Set<String> MARGIN_TEXTS = Set.of(
            "initMarginBefore",
            "maintMarginBefore",
            "equityWithLoanBefore",
            "initMarginChange",
            "maintMarginChange",
            "equityWithLoanChange",
            "initMarginAfter",
            "maintMarginAfter",
            "equityWithLoanAfter");

    /** Spellings of "unset" in a request, never echoed. A display size or an OCA type of 0 is none, too. */
    private static final Set<String> UNSET = Set.of("", UNSET_INT, UNSET_DOUBLE, "1.7976931348623157e+308");

    private static final Set<String> ZERO_IS_UNSET = Set.of(
            "order.displaySize",
            "order.ocaType",
            "order.exemptCode",
            "order.dontUseAutoPriceForHedge",
            "order.lmtPrice");

    private final String account;

    OrderEvents(String account) {
        this.account = account;
    }

    Event openOrder(WorkingOrder order) {
        Event event = Event.of("OPEN_ORDER").with("orderId", order.key().orderId());
        describe(event, order);
        for (String margin : MARGIN_TEXTS) {
            event.with("orderState." + margin, UNSET_DOUBLE);
            event.with("orderState." + margin + "OutsideRTH", UNSET_DOUBLE);
        }
        return event.with("order.clientId", order.key().clientId())
                .with("orderState.status", order.status().wireText())
                .with("orderState.suggestedSize", "-9223372036854775808");
    }

    Event completedOrder(WorkingOrder order) {
        Event event = Event.of("COMPLETED_ORDER");
        describe(event, order);
        if (order.completed() != null) {
            event.with("orderState.completedTime", WireTime.zoned(order.completed()));
        }
        return event.with("order.filledQuantity", order.filled())
                .with("orderState.status", order.status().wireText())
                .with("orderState.completedStatus", order.completedReason());
    }

    private void describe(Event event, WorkingOrder order) {
        describe(event, order.contract());
        event.with("contract.strike", "0").with("contract.right", "?").with("contract.exchange", "SMART");
        FILLERS.forEach(event::with);
        Fields sent = order.fields();
        for (String name : sent.names()) {
            if (name.startsWith("order.") && isSet(name, sent.text(name))) {
                event.with(name, sent.text(name));
            }
        }
        event.with("order.account", account)
                .with("order.permId", order.permId())
                .with("order.totalQuantity", order.terms().quantity())
                .with("order.tif", order.terms().timeInForce().name());
    }

    private static boolean isSet(String name, String text) {
        return !UNSET.contains(text) && !(ZERO_IS_UNSET.contains(name) && text.matches("-?0+(\\.0*)?"));
    }

    Event status(WorkingOrder order) {
        return Event.of("ORDER_STATUS")
                .with("orderId", order.key().orderId())
                .with("status", order.status().wireText())
                .with("filled", order.filled())
                .with("remaining", order.remaining())
                .with("avgFillPrice", order.averagePrice())
                .with("permId", order.permId())
                .with("lastFillPrice", order.lastFillPrice())
                .with("clientId", order.key().clientId());
    }

    /**
     * One fill.
     *
     * @param requestId of the query it answers, -1 when it just happened
     */
    Event execution(int requestId, Execution execution) {
        Event event = Event.of("EXECUTION_DATA").with("reqId", requestId);
        describe(event, execution.contract());
        return event.with("execution.orderId", execution.order().orderId())
                .with("contract.strike", "0.0")
                .with("contract.exchange", execution.exchange())
                .with("execution.execId", execution.execId())
                .with("execution.time", WireTime.zoned(execution.time()))
                .with("execution.acctNumber", account)
                .with("execution.exchange", execution.exchange())
                .with("execution.side", execution.side().executionText())
                .with("execution.shares", execution.shares())
                .with("execution.price", execution.price())
                .with("execution.permId", execution.permId())
                .with("execution.clientId", execution.order().clientId())
                .with("execution.cumQty", execution.cumulativeShares())
                .with("execution.avgPrice", execution.averagePrice())
                .with("execution.orderRef", execution.orderRef())
                .with("execution.evMultiplier", "")
                .with("execution.lastLiquidity", 2);
    }

    Event commission(Execution execution) {
        BigDecimal realized = execution.realized();
        return Event.of("COMMISSION_REPORT")
                .with("execId", execution.execId())
                .with("commission", execution.commission())
                .with("currency", "USD")
                .with("realizedPNL", realized == null ? UNSET_DOUBLE : Fields.plain(realized))
                .with("yield", UNSET_DOUBLE)
                .with("yieldRedemptionDate", "");
    }

    private static void describe(Event event, ListedContract contract) {
        event.with("contract.conId", contract.conId())
                .with("contract.symbol", contract.symbol())
                .with("contract.secType", "STK")
                .with("contract.currency", "USD")
                .with("contract.localSymbol", contract.symbol())
                .with("contract.tradingClass", contract.tradingClass());
    }
}
