package com.quanticity.ibkr.simulator.matching.reading;

import com.quanticity.ibkr.simulator.matching.terms.OrderType;
import com.quanticity.ibkr.simulator.matching.terms.Scale;
import com.quanticity.ibkr.simulator.wire.Fields;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The components of a scale order. */
final class ScaleReader {

    private ScaleReader() {}

    static @Nullable Scale read(Fields order, OrderType type, Findings findings) {
        BigDecimal step = order.decimal("order.scalePriceIncrement");
        BigDecimal first = order.decimal("order.scaleInitLevelSize");
        BigDecimal next = order.decimal("order.scaleSubsLevelSize");
        if (step == null || step.signum() == 0) {
            return null;
        }
        findings.refuseIf(step.signum() < 0, 408, "Invalid scale price increment.");
        findings.refuseIf(!OrderReader.isSet(first), 419, "The initial scale component size is missing.");
        findings.refuseIf(first != null && first.signum() < 0, 417, "Invalid initial scale component size.");
        findings.refuseIf(next != null && next.signum() < 0, 410, "Invalid subsequent scale component size.");
        findings.invalidIf(type != OrderType.LIMIT, "A scale order must be a limit order");
        findings.invalidIf(
                OrderReader.isSet(order.decimal("order.scaleProfitOffset"))
                        || OrderReader.isSet(order.decimal("order.scalePriceAdjustValue"))
                        || order.flag("order.scaleRandomPercent"),
                "The simulator works scale components without profit offset, price adjustment and random sizes");
        if (first == null) {
            return null;
        }
        return new Scale(first, next == null || next.signum() == 0 ? first : next, step);
    }
}
