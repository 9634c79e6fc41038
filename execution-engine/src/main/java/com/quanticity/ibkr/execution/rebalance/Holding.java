package com.quanticity.ibkr.execution.rebalance;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One symbol of the account as it is.
 *
 * @param symbol the desk's symbol
 * @param quantity held now, signed; orders that are still out must have ended before
 * @param price to value it and its orders at, in the currency of the cash; null when there is none to trust
 * @param lot orders are multiples of it, above zero
 */
public record Holding(
        String symbol, BigDecimal quantity, @Nullable BigDecimal price, BigDecimal lot) {

    public Holding {
        if (lot.signum() <= 0 || (price != null && price.signum() <= 0)) {
            throw new IllegalArgumentException(
                    symbol + " needs a lot and a price above zero, had " + lot + " and " + price);
        }
    }
}
