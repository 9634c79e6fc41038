package com.quanticity.ibkr.simulator.matching.reading;

import com.quanticity.ibkr.simulator.matching.terms.OrderType;
import com.quanticity.ibkr.simulator.wire.Fields;

/** Which type an order is of, and whether its contract may have such orders. */
final class TypeReader {

    private TypeReader() {}

    static OrderType type(Fields order, Instrument instrument, Findings findings) {
        OrderType type = OrderType.of(order.text("order.orderType")).orElse(null);
        if (type == null) {
            findings.invalidIf(true, "Invalid order type was entered");
            return OrderType.LIMIT;
        }
        refuseWhereUnavailable(type, instrument, findings);
        return type;
    }

    private static void refuseWhereUnavailable(OrderType type, Instrument instrument, Findings findings) {
        switch (type) {
            case RELATIVE, PASSIVE_RELATIVE ->
                findings.refuseIf(
                        !instrument.isStock() && !instrument.isOption(),
                        114,
                        "Relative Orders are valid for stocks only.");
            case VOLATILITY ->
                findings.refuseIf(
                        !instrument.isOption(), 369, "Only orders for U.S. options may be volatility orders.");
            case MARKET_PROTECTED -> refuseUnless(instrument.isFuture(), type, findings);
            case MIDPRICE, PEGGED_TO_BEST -> refuseUnless(instrument.isStock(), type, findings);
            case PEGGED_TO_STOCK, BOX_TOP -> refuseUnless(instrument.isOption(), type, findings);
            case LIMIT_THEN_MARKET, RELATIVE_THEN_MARKET, RELATIVE_THEN_LIMIT ->
                refuseUnless(instrument.isCombo(), type, findings);
            case QUOTE, PRICE_FOR_VOLATILITY, DELTA_FOR_VOLATILITY, MARKET_FOR_VOLATILITY, STOCK_FOR_VOLATILITY ->
                refuseUnless(false, type, findings);
            case MARKET,
                    LIMIT,
                    STOP,
                    STOP_LIMIT,
                    STOP_PROTECTED,
                    TRAIL,
                    TRAIL_LIMIT,
                    MARKET_IF_TOUCHED,
                    LIMIT_IF_TOUCHED,
                    TRAIL_MARKET_IF_TOUCHED,
                    TRAIL_LIMIT_IF_TOUCHED,
                    MARKET_ON_CLOSE,
                    LIMIT_ON_CLOSE,
                    MARKET_TO_LIMIT,
                    PEGGED_TO_MIDPOINT,
                    PEGGED_TO_MARKET,
                    PEGGED_TO_BENCHMARK,
                    SNAP_TO_MIDPOINT,
                    SNAP_TO_MARKET,
                    SNAP_TO_PRIMARY -> {}
        }
    }

    private static void refuseUnless(boolean isAvailable, OrderType type, Findings findings) {
        findings.refuseIf(
                !isAvailable,
                387,
                "Unsupported order type for this exchange and security type: " + type.wireText() + ".");
    }
}
