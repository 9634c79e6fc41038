package com.quanticity.ibkr.simulator.matching.reading;

import com.quanticity.ibkr.simulator.wire.Fields;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How much an order is for: a size, or money to trade for. */
final class QuantityReader {

    private QuantityReader() {}

    static BigDecimal quantity(Fields order, Instrument instrument, Findings findings) {
        BigDecimal quantity = order.decimal("order.totalQuantity");
        BigDecimal cash = order.decimal("order.cashQty");
        boolean isForCash = cash != null && cash.signum() > 0;
        boolean isHedge = !order.text("order.hedgeType").isEmpty();
        boolean isPartOfPositions = !order.text("order.faPercentage").isEmpty();
        if (isForCash) {
            readCash(quantity, instrument, findings);
        } else if (!isHedge && !isPartOfPositions) {
            readSize(quantity, instrument, findings);
        }
        return quantity == null ? BigDecimal.ZERO : quantity;
    }

    private static void readCash(@Nullable BigDecimal quantity, Instrument at, Findings to) {
        to.refuseIf(!at.isDivisible(), 10243, notDivisible(at));
        to.invalidIf(OrderReader.isSet(quantity), "Give either a size or a cash quantity, not both");
    }

    private static void readSize(@Nullable BigDecimal quantity, Instrument at, Findings to) {
        if (quantity == null) {
            to.invalidIf(true, "The size value is missing");
            return;
        }
        to.refuseIf(quantity.signum() == 0, 434, "The order size cannot be zero.");
        to.refuseIf(
                quantity.signum() < 0,
                201,
                "Order rejected - reason:The size value must be greater than zero, not " + quantity.toPlainString());
        boolean isWhole = quantity.stripTrailingZeros().scale() <= 0;
        to.refuseIf(!isWhole && !at.isDivisible(), 10243, notDivisible(at));
    }

    private static String notDivisible(Instrument instrument) {
        return "Fractional-sized order cannot be placed via API for " + instrument.secType() + ": give a whole size.";
    }
}
