package com.quanticity.ibkr.execution.route;

import com.quanticity.ibkr.model.contract.PriceLadder;
import com.quanticity.ibkr.model.order.Side;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What shall be placed.
 *
 * @param side buy or sell
 * @param quantity shares or contracts, above zero
 * @param limit worst price that may be paid or taken, null when only the cap binds
 * @param placement where the limit goes
 * @param capTicks how far {@link Placement#CROSS} may go beyond the best opposite price, in increments, zero or more
 * @param venues exchanges that may be named; empty = only SMART
 * @param prices prices that the contract can have
 */
public record RouteRequest(
        Side side,
        BigDecimal quantity,
        @Nullable BigDecimal limit,
        Placement placement,
        int capTicks,
        Set<String> venues,
        PriceLadder prices) {

    /** Where a limit goes. */
    public enum Placement {
        /** At the best price of the own side. */
        JOIN,
        /** One increment better than that, if it does not trade at once; otherwise as {@link #JOIN}. */
        IMPROVE,
        /** Through the other side as far as the quantity needs, up to the cap; refused when that is not enough. */
        CROSS
    }

    public RouteRequest {
        if (quantity.signum() <= 0 || capTicks < 0) {
            throw new IllegalArgumentException("a route needs a quantity above zero and a cap of zero or more, had "
                    + quantity + " and " + capTicks);
        }
        venues = Set.copyOf(venues);
    }
}
