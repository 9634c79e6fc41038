package com.quanticity.ibkr.simulator.matching.reading;

import com.quanticity.ibkr.simulator.matching.terms.Display;
import com.quanticity.ibkr.simulator.wire.Fields;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How much of an order is shown and in what pieces it may trade. */
final class DisplayReader {

    private DisplayReader() {}

    static Display read(Fields order, Instrument instrument, Findings findings) {
        boolean isHidden = order.flag("order.hidden");
        BigDecimal shown = positive(order, "order.displaySize");
        BigDecimal discretion = positive(order, "order.discretionaryAmt");
        BigDecimal minimum = positive(order, "order.minQty");
        BigDecimal quantity = order.decimal("order.totalQuantity");
        findings.refuseIf(isHidden && !instrument.isStock(), 152, "Hidden order is not allowed for this contract.");
        findings.refuseIf(
                discretion != null && (isHidden || shown != null),
                157,
                "An order can be either hidden, iceberg or discretionary.");
        findings.refuseIf(
                discretion != null && !order.text("order.orderType").equals("LMT"),
                325,
                "Discretionary orders are not supported for this order type.");
        findings.refuseIf(
                shown != null && quantity != null && shown.compareTo(quantity) >= 0,
                10020,
                "The display size must be smaller than the order size.");
        findings.refuseIf(
                minimum != null && quantity != null && minimum.compareTo(quantity) > 0,
                388,
                "The minimum quantity must not exceed the order size.");
        return new Display(
                isHidden,
                shown,
                order.flag("order.allOrNone"),
                minimum,
                discretion == null ? BigDecimal.ZERO : discretion,
                order.flag("order.sweepToFill"));
    }

    private static @Nullable BigDecimal positive(Fields order, String name) {
        BigDecimal value = order.decimal(name);
        return value == null || value.signum() <= 0 ? null : value;
    }
}
