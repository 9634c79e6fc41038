package com.quanticity.ibkr.simulator.market;

import java.math.BigDecimal;

/**
 * What one maker displays at one price.
 *
 * @param exchange the broker's name of the exchange
 * @param maker who displays it, empty where the exchange shows price levels only
 * @param size shares or contracts, above zero
 */
public record BookRow(BigDecimal price, BigDecimal size, String exchange, String maker) {

    public BookRow {
        if (size.signum() <= 0) {
            throw new IllegalArgumentException("a book row needs a size above zero, not " + size);
        }
    }

    /** Whether another row is this one with perhaps another size. */
    boolean isSamePlace(BookRow other) {
        return price.compareTo(other.price) == 0 && exchange.equals(other.exchange) && maker.equals(other.maker);
    }

    boolean equalsInSize(BookRow other) {
        return size.compareTo(other.size) == 0;
    }
}
