package com.quanticity.ibkr.simulator.matching.terms;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How much an order buys or sells.
 *
 * @param isShortSale whether the client called it a short sale
 * @param quantity shares or contracts; zero for a hedge and while a cash quantity waits for its price
 * @param cashQuantity money to trade for instead of a quantity, null for none
 */
public record Amount(
        Side side,
        boolean isShortSale,
        BigDecimal quantity,
        @Nullable BigDecimal cashQuantity) {

    Amount withQuantity(BigDecimal other) {
        return new Amount(side, isShortSale, other, cashQuantity);
    }
}
