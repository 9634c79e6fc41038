package com.quanticity.ibkr.simulator.margin;

import java.math.BigDecimal;

/**
 * So much of a product, at today's prices.
 *
 * @param quantity positive long, negative short
 * @param price of one unit of the product, in the account's currency
 * @param underlyingPrice price of what it depends on; the same as {@code price} when it is no derivative
 */
public record Holding(Product product, BigDecimal quantity, BigDecimal price, BigDecimal underlyingPrice) {

    /** A product that depends on nothing else. */
    public static Holding of(Product product, BigDecimal quantity, BigDecimal price) {
        return new Holding(product, quantity, price, price);
    }

    public boolean isLong() {
        return quantity.signum() > 0;
    }

    /** Market value, negative when short. */
    public BigDecimal value() {
        return quantity.multiply(price).multiply(product.multiplier());
    }

    BigDecimal size() {
        return quantity.abs();
    }

    Holding with(BigDecimal otherQuantity) {
        return new Holding(product, otherQuantity, price, underlyingPrice);
    }
}
