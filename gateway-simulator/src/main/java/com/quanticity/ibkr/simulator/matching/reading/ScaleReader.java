package com.quanticity.ibkr.simulator.matching.reading;

import com.quanticity.ibkr.simulator.matching.terms.OrderType;
import com.quanticity.ibkr.simulator.matching.terms.Scale;
import com.quanticity.ibkr.simulator.wire.Fields;
import java.math.BigDecimal;
import java.time.Duration;
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
                OrderReader.isSet(order.decimal("order.scaleInitPosition"))
                        || OrderReader.isSet(order.decimal("order.scaleInitFillQty")),
                "The simulator begins scale orders without an initial position");
        BigDecimal profit = profitOffset(order, findings);
        Scale.Drift drift = drift(order, findings);
        return first == null
                ? null
                : new Scale(
                        first,
                        next == null || next.signum() == 0 ? first : next,
                        step,
                        order.flag("order.scaleRandomPercent"),
                        profit,
                        drift);
    }

    private static @Nullable BigDecimal profitOffset(Fields order, Findings findings) {
        BigDecimal offset = order.decimal("order.scaleProfitOffset");
        boolean isMissing = offset == null || offset.signum() == 0;
        boolean resets = order.flag("order.scaleAutoReset");
        findings.refuseIf(offset != null && offset.signum() < 0, 418, "Invalid scale profit offset.");
        findings.refuseIf(resets && isMissing, 446, "The scale profit offset is missing: an auto reset needs one.");
        findings.invalidIf(resets, "The simulator does not restore scale components: leave scaleAutoReset out");
        return isMissing ? null : offset;
    }

    private static Scale.@Nullable Drift drift(Fields order, Findings findings) {
        BigDecimal by = order.decimal("order.scalePriceAdjustValue");
        BigDecimal seconds = order.decimal("order.scalePriceAdjustInterval");
        if (!OrderReader.isSet(by) && !OrderReader.isSet(seconds)) {
            return null;
        }
        if (by == null || seconds == null || by.signum() == 0 || seconds.signum() == 0) {
            findings.refuse(447, "The scale price adjustment needs an amount and an interval.");
            return null;
        }
        findings.refuseIf(seconds.signum() < 0, 448, "Invalid scale price adjustment interval.");
        return new Scale.Drift(by, Duration.ofSeconds(seconds.abs().longValue()));
    }
}
