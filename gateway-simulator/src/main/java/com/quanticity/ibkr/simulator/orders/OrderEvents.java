package com.quanticity.ibkr.simulator.orders;

import com.quanticity.ibkr.simulator.contract.Derivation;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.matching.Execution;
import com.quanticity.ibkr.simulator.matching.OrderPreview;
import com.quanticity.ibkr.simulator.matching.WorkingOrder;
import com.quanticity.ibkr.simulator.matching.terms.Lifetime;
import com.quanticity.ibkr.simulator.matching.terms.OrderTerms;
import com.quanticity.ibkr.simulator.matching.terms.TimeInForce;
import com.quanticity.ibkr.simulator.wire.Event;
import com.quanticity.ibkr.simulator.wire.Fields;
import com.quanticity.ibkr.simulator.wire.LoginZone;
import com.quanticity.ibkr.simulator.wire.WireTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Set;

/**
 * Writes what happens to orders, spelled as a real gateway spells it.
 *
 * <p>Source of the fillers: the real frames in tws-wire vectors and capture 11.
 */
public final class OrderEvents {

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

    private final LoginZone loginZone;

    /** @param loginZone in which some of its times are told */
    public OrderEvents(LoginZone loginZone) {
        this.loginZone = loginZone;
    }

    Event openOrder(WorkingOrder order) {
        Event event = Event.of("OPEN_ORDER").with("orderId", order.key().wireOrderId());
        describe(event, order);
        for (String margin : MARGIN_TEXTS) {
            event.with("orderState." + margin, UNSET_DOUBLE);
            event.with("orderState." + margin + "OutsideRTH", UNSET_DOUBLE);
        }
        return event.with("order.clientId", order.key().wireClientId())
                .with("orderState.status", order.status().wireText())
                .with("orderState.suggestedSize", "-9223372036854775808");
    }

    /** What an order would do, as one OPEN_ORDER without a perm id. */
    Event preview(OrderPreview preview) {
        Event event = Event.of("OPEN_ORDER").with("orderId", preview.key().orderId());
        describe(event, preview.contract(), preview.terms(), preview.fields());
        margins(event, "Before", preview.before());
        margins(event, "Change", preview.after().since(preview.before()));
        margins(event, "After", preview.after());
        return event.with("order.whatIf", "1")
                .with("order.account", preview.account())
                .with("order.clientId", preview.key().clientId())
                .with("orderState.status", "PreSubmitted")
                .with("orderState.commission", preview.commission())
                .with("orderState.minCommission", preview.minimumCommission())
                .with("orderState.maxCommission", preview.maximumCommission())
                .with("orderState.commissionCurrency", "USD")
                .with("orderState.marginCurrency", preview.currency())
                .with("orderState.suggestedSize", preview.suggestedSize())
                .with("orderState.warningText", preview.warning());
    }

    private static void margins(Event event, String when, OrderPreview.MarginState state) {
        margin(event, "initMargin" + when, state.initialMargin());
        margin(event, "maintMargin" + when, state.maintenanceMargin());
        margin(event, "equityWithLoan" + when, state.equityWithLoan());
    }

    private static void margin(Event event, String name, BigDecimal amount) {
        BigDecimal cents = amount.setScale(2, RoundingMode.HALF_EVEN);
        event.with("orderState." + name, cents.toPlainString());
        event.with("orderState." + name + "OutsideRTH", cents.toPlainString());
    }

    Event bound(WorkingOrder order) {
        return Event.of("ORDER_BOUND")
                .with("permId", order.permId())
                .with("clientId", order.key().wireClientId())
                .with("orderId", order.key().wireOrderId());
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
        describe(event, order.contract(), order.terms(), order.fields());
        event.with("order.permId", order.permId())
                .with("order.account", order.account().code());
        if (order.terms().timeInForce() == TimeInForce.GTC) {
            event.with("order.autoCancelDate", WireTime.zoned(Lifetime.autoCancel(order.accepted()), loginZone));
        }
        if (order.parentPermId() != 0) {
            event.with("order.parentPermId", order.parentPermId());
        }
        BigDecimal stop = order.triggerPrice();
        if (stop != null && order.terms().trailing() != null) {
            event.with("order.trailStopPrice", stop).with("trailStopPrice1", stop);
        }
    }

    private void describe(Event event, ListedContract contract, OrderTerms terms, Fields sent) {
        describe(event, contract);
        describeOption(event, contract, "0", "?");
        event.with("contract.exchange", contract.exchange());
        FILLERS.forEach(event::with);
        for (String name : sent.names()) {
            if (name.startsWith("order.") && isSet(name, sent.text(name))) {
                event.with(name, sent.text(name));
            }
        }
        for (String group : sent.groupNames()) {
            event.fields().putGroup(group, sent.group(group));
        }
        event.with("order.totalQuantity", terms.quantity())
                .with("order.orderType", terms.type().wireText())
                .with("order.tif", terms.timeInForce().wireText());
        if (terms.limit() != null) {
            event.with("order.lmtPrice", terms.limit());
        }
        if (terms.links().hasGroup()) {
            event.with("order.ocaGroup", terms.links().ocaGroup())
                    .with("order.ocaType", terms.links().ocaType().code());
        }
    }

    private static boolean isSet(String name, String text) {
        return !UNSET.contains(text) && !(ZERO_IS_UNSET.contains(name) && text.matches("-?0+(\\.0*)?"));
    }

    Event status(WorkingOrder order) {
        return Event.of("ORDER_STATUS")
                .with("orderId", order.key().wireOrderId())
                .with("status", order.status().wireText())
                .with("filled", order.filled())
                .with("remaining", order.remaining())
                .with("avgFillPrice", order.averagePrice())
                .with("permId", order.permId())
                .with("parentId", order.terms().links().parentId())
                .with("lastFillPrice", order.lastFillPrice())
                .with("clientId", order.statusClientId())
                .with("whyHeld", order.whyHeld());
    }

    /**
     * One fill.
     *
     * @param requestId of the query it answers, -1 when it just happened
     */
    Event execution(int requestId, Execution execution) {
        Event event = Event.of("EXECUTION_DATA").with("reqId", requestId);
        describe(event, execution.contract());
        describeOption(event, execution.contract(), "0.0", "");
        return event.with("execution.orderId", execution.order().wireOrderId())
                .with("contract.exchange", execution.exchange())
                .with("execution.execId", execution.execId())
                .with("execution.time", WireTime.zoned(execution.time()))
                .with("execution.acctNumber", execution.account())
                .with("execution.exchange", execution.exchange())
                .with("execution.liquidation", execution.isLiquidation() ? 1 : 0)
                .with("execution.side", execution.side().executionText())
                .with("execution.shares", execution.shares())
                .with("execution.price", execution.price())
                .with("execution.permId", execution.permId())
                .with("execution.clientId", execution.order().wireClientId())
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
                .with("contract.secType", contract.secType())
                .with("contract.currency", contract.currency())
                .with("contract.localSymbol", contract.localSymbol())
                .with("contract.tradingClass", contract.tradingClass());
        Derivation derivation = contract.derivation();
        if (derivation != null) {
            event.with("contract.lastTradeDateOrContractMonth", derivation.expiryText())
                    .with("contract.multiplier", derivation.multiplier());
        }
    }

    /** Strike and right, or what stands for none of them in this message. */
    private static void describeOption(Event event, ListedContract contract, String noStrike, String noRight) {
        Derivation derivation = contract.derivation();
        BigDecimal strike = derivation == null ? null : derivation.strike();
        if (derivation == null || strike == null) {
            event.with("contract.strike", noStrike).with("contract.right", noRight);
        } else {
            event.with("contract.strike", strike).with("contract.right", derivation.right());
        }
    }
}
