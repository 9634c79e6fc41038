package com.quanticity.ibkr.simulator.matching;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an order asks for.
 *
 * @param limit US dollars a share, null for a market order
 */
public record OrderTerms(
        Side side, BigDecimal quantity, @Nullable BigDecimal limit, TimeInForce timeInForce) {

    /** Buys or sells. */
    public enum Side {
        BUY,
        SELL;

        /** Shares with the sign of the position they make. */
        BigDecimal signed(BigDecimal shares) {
            return this == BUY ? shares : shares.negate();
        }

        /** The protocol's word for an execution on this side. */
        public String executionText() {
            return this == BUY ? "BOT" : "SLD";
        }
    }

    /** How long an order lives. */
    public enum TimeInForce {
        DAY,
        GTC,
        IOC,
        FOK
    }

    /** Whether the order trades at this price. */
    boolean accepts(BigDecimal price) {
        if (limit == null) {
            return true;
        }
        return side == Side.BUY ? price.compareTo(limit) <= 0 : price.compareTo(limit) >= 0;
    }
}
