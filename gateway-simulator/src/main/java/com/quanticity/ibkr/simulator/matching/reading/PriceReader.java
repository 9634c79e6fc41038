package com.quanticity.ibkr.simulator.matching.reading;

import com.quanticity.ibkr.simulator.matching.terms.Adjustment;
import com.quanticity.ibkr.simulator.matching.terms.OrderType;
import com.quanticity.ibkr.simulator.matching.terms.Trailing;
import com.quanticity.ibkr.simulator.matching.terms.TriggerMethod;
import com.quanticity.ibkr.simulator.wire.Fields;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The prices an order names: limit, trigger, trail and what a stop becomes. */
final class PriceReader {

    private static final String OFF_TICK =
            "The price does not conform to the minimum price variation for this contract.";

    private PriceReader() {}

    static @Nullable BigDecimal limit(Fields order, OrderType type, Instrument instrument, Findings findings) {
        BigDecimal limit = order.decimal("order.lmtPrice");
        if (!type.needsLimit()) {
            return type.takesCap() && OrderReader.isSet(limit) ? onTick(limit, instrument, findings) : null;
        }
        if (limit == null) {
            findings.invalidIf(true, "A limit order needs a limit price");
            return null;
        }
        boolean canBeNegative = instrument.isCombo() || instrument.isFuture();
        findings.refuseIf(
                limit.signum() <= 0 && !canBeNegative,
                201,
                "Order rejected - reason:The limit price must be greater than zero");
        return onTick(limit, instrument, findings);
    }

    private static @Nullable BigDecimal onTick(@Nullable BigDecimal price, Instrument instrument, Findings findings) {
        findings.refuseIf(price != null && !instrument.isOnTick().test(price), 110, OFF_TICK);
        return price;
    }

    static @Nullable BigDecimal trigger(Fields order, OrderType type, Instrument instrument, Findings findings) {
        if (!type.needsTrigger()) {
            return null;
        }
        BigDecimal trigger = order.decimal("order.auxPrice");
        findings.refuseIf(
                trigger == null || trigger.signum() <= 0 && !instrument.isFuture() && !instrument.isCombo(),
                403,
                "Invalid stop price: give order.auxPrice.");
        return onTick(trigger, instrument, findings);
    }

    static TriggerMethod triggerMethod(int code, Findings findings) {
        return TriggerMethod.of(code).orElseGet(() -> {
            findings.refuse(146, "Invalid trigger method " + code + ".");
            return TriggerMethod.DEFAULT;
        });
    }

    static @Nullable Trailing trailing(Fields order, OrderType type, Findings findings) {
        if (type.kind() != OrderType.Kind.TRAIL) {
            return null;
        }
        BigDecimal amount = order.decimal("order.auxPrice");
        BigDecimal percent = order.decimal("order.trailingPercent");
        boolean isPercent = OrderReader.isSet(percent);
        findings.invalidIf(
                isPercent == OrderReader.isSet(amount), "Give either a trailing amount or a trailing percent");
        BigDecimal distance = isPercent ? percent : amount;
        findings.invalidIf(distance != null && distance.signum() < 0, "The trailing amount must be above zero");
        BigDecimal limitOffset = order.decimal("order.lmtPriceOffset");
        boolean isLimited = type == OrderType.TRAIL_LIMIT || type == OrderType.TRAIL_LIMIT_IF_TOUCHED;
        boolean hasLimit = OrderReader.isSet(order.decimal("order.lmtPrice"));
        findings.invalidIf(
                isLimited && hasLimit == (limitOffset != null),
                "Give either a limit price or a limit price offset of the trailing order");
        return new Trailing(
                distance == null ? BigDecimal.ONE : distance,
                isPercent,
                order.decimal("order.trailStopPrice"),
                isLimited ? limitOffset : null);
    }

    static @Nullable Adjustment adjustment(Fields order, OrderType type, Findings findings) {
        String text = order.text("order.adjustedOrderType");
        if (text.isEmpty() || text.equals("None")) {
            return null;
        }
        OrderType to = OrderType.of(text).orElse(OrderType.MARKET);
        BigDecimal trigger = order.decimal("order.triggerPrice");
        BigDecimal stop = order.decimal("order.adjustedStopPrice");
        BigDecimal limit = order.decimal("order.adjustedStopLimitPrice");
        BigDecimal trail = order.decimal("order.adjustedTrailingAmount");
        boolean isTrail = to == OrderType.TRAIL || to == OrderType.TRAIL_LIMIT;
        findings.invalidIf(
                !isTrail && to != OrderType.STOP && to != OrderType.STOP_LIMIT, "Invalid adjusted order type");
        findings.invalidIf(
                type.kind() != OrderType.Kind.STOP && type.kind() != OrderType.Kind.TRAIL,
                "Only a stop order can be adjusted");
        findings.refuseIf(!OrderReader.isSet(trigger), 361, "Invalid trigger price.");
        findings.refuseIf(!OrderReader.isSet(stop), 362, "Invalid adjusted stop price.");
        findings.refuseIf(
                to == OrderType.STOP_LIMIT && !OrderReader.isSet(limit), 363, "Invalid adjusted stop limit price.");
        findings.refuseIf(isTrail && (trail == null || trail.signum() <= 0), 364, "Invalid adjusted trailing amount.");
        return new Adjustment(
                to,
                trigger == null ? BigDecimal.ZERO : trigger,
                stop,
                limit,
                isTrail ? trail : null,
                order.integer("order.adjustableTrailingUnit") != 0);
    }
}
