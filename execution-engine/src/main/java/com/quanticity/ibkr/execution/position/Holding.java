package com.quanticity.ibkr.execution.position;

import com.quanticity.ibkr.execution.sql.Columns;
import com.quanticity.ibkr.model.order.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A signed quantity with its cost, by the average-cost method. Exact where it matters: {@code realizedPnl − cost} is always the sum of
 * the cash flows to the last digit, and after going flat the realised profit is exact. Only the share of the cost that a partial
 * reduction takes is rounded, to {@value #COST_DECIMALS} decimals.
 *
 * @param quantity signed; zero = flat
 * @param cost signed cost of the open quantity in contract currency: positive for a long, negative for a short, zero when flat
 * @param realizedPnl sum realised so far, commissions excluded
 */
record Holding(BigDecimal quantity, BigDecimal cost, BigDecimal realizedPnl) {

    static final Holding FLAT = new Holding(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    private static final int COST_DECIMALS = 12;

    /**
     * The holding after one more trade.
     *
     * @param value of one share or contract, in contract currency
     */
    Holding after(Side side, BigDecimal traded, BigDecimal value) {
        BigDecimal change = side == Side.BUY ? traded : traded.negate();
        if (quantity.signum() * change.signum() >= 0) {
            return new Holding(quantity.add(change), cost.add(change.multiply(value)), realizedPnl);
        }
        return reduced(change, value);
    }

    /**
     * Average price of the open quantity, zero when flat.
     *
     * @param pointValue what one unit of the price is worth on one share or contract
     */
    BigDecimal averagePrice(BigDecimal pointValue) {
        return quantity.signum() == 0
                ? BigDecimal.ZERO
                : Columns.canonical(cost.divide(quantity.multiply(pointValue), COST_DECIMALS, RoundingMode.HALF_EVEN));
    }

    private Holding reduced(BigDecimal change, BigDecimal value) {
        boolean closesAll = change.abs().compareTo(quantity.abs()) >= 0;
        BigDecimal closing = closesAll ? quantity.negate() : change;
        BigDecimal closedCost = closesAll
                ? cost
                : cost.multiply(closing.negate()).divide(quantity, COST_DECIMALS, RoundingMode.HALF_EVEN);
        BigDecimal proceeds = closing.negate().multiply(value);
        BigDecimal opening = change.subtract(closing);
        return new Holding(
                quantity.add(change),
                cost.subtract(closedCost).add(opening.multiply(value)),
                realizedPnl.add(proceeds).subtract(closedCost));
    }
}
