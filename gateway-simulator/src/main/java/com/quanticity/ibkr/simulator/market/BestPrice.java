package com.quanticity.ibkr.simulator.market;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One side of the best bid and offer.
 *
 * @param price US dollars, null when nobody quotes this side
 * @param size displayed shares
 * @param exchange letter of the exchange, empty when the source does not say
 */
public record BestPrice(@Nullable BigDecimal price, BigDecimal size, String exchange) {

    /** Nobody quotes this side. */
    public static final BestPrice NONE = new BestPrice(null, BigDecimal.ZERO, "");

    boolean hasOtherPriceThan(BestPrice before) {
        if (price == null || before.price == null) {
            return (price == null) != (before.price == null);
        }
        return price.compareTo(before.price) != 0;
    }

    boolean hasOtherSizeThan(BestPrice before) {
        return size.compareTo(before.size) != 0;
    }

    boolean isFromOtherExchangeThan(BestPrice before) {
        return !exchange.equals(before.exchange);
    }
}
