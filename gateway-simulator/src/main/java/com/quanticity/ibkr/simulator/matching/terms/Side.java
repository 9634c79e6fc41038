package com.quanticity.ibkr.simulator.matching.terms;

import java.math.BigDecimal;

/** Buys or sells. */
public enum Side {
    BUY,
    SELL;

    /** Shares with the sign of the position they make. */
    public BigDecimal signed(BigDecimal shares) {
        return this == BUY ? shares : shares.negate();
    }

    /** The protocol's word for an execution on this side. */
    public String executionText() {
        return this == BUY ? "BOT" : "SLD";
    }

    public Side opposite() {
        return this == BUY ? SELL : BUY;
    }

    /** Whether trading at {@code price} is as good as at {@code limit} or better. */
    public boolean isWithin(BigDecimal price, BigDecimal limit) {
        return this == BUY ? price.compareTo(limit) <= 0 : price.compareTo(limit) >= 0;
    }

    /** The price moved towards the market: up for a buyer, down for a seller. */
    public BigDecimal moreAggressive(BigDecimal price, BigDecimal amount) {
        return this == BUY ? price.add(amount) : price.subtract(amount);
    }

    /** The less eager of two prices: the lower for a buyer. */
    public BigDecimal lessAggressive(BigDecimal one, BigDecimal other) {
        return this == BUY ? one.min(other) : one.max(other);
    }
}
