package com.quanticity.ibkr.gateway.order;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What became of an order. Answers only.
 *
 * @param filledQuantity completed orders only
 * @param refFuturesConId completed orders only, null = none
 * @param bondAccruedInterest open orders from version 185 on
 */
public record OrderOutcome(
        @Nullable BigDecimal filledQuantity, @Nullable Integer refFuturesConId, String bondAccruedInterest) {

    /** Nothing given. */
    public static final OrderOutcome NONE = new OrderOutcome(null, null, "");
}
