package com.quanticity.ibkr.adapter.gate.exposure;

import com.quanticity.ibkr.model.order.Side;
import java.math.BigDecimal;

/**
 * One contract in one ledger.
 *
 * @param low the lowest the position can be now: fills that the broker has not counted yet are taken at their worst
 * @param high the highest it can be
 * @param buys quantity of working buys
 * @param sells quantity of working sells
 * @param unitValue value of one share or contract in the currency of the limits
 */
public record Line(BigDecimal low, BigDecimal high, BigDecimal buys, BigDecimal sells, BigDecimal unitValue) {

    static final Line EMPTY =
            new Line(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    /** The position if everything that buys fills and nothing else. */
    public BigDecimal longest() {
        return high.add(buys);
    }

    /** The position if everything that sells fills and nothing else; negative = short. */
    public BigDecimal shortest() {
        return low.subtract(sells);
    }

    /** The largest position either way. */
    public BigDecimal largest() {
        return longest().abs().max(shortest().abs());
    }

    /** True when an order can only shrink the position: whatever of it and of all others fills, the position never passes zero. */
    public boolean isShrunkBy(Side side, BigDecimal more) {
        Line after = working(side, more);
        return side == Side.SELL
                ? low.signum() > 0 && after.shortest().signum() >= 0
                : high.signum() < 0 && after.longest().signum() <= 0;
    }

    BigDecimal gross() {
        return largest().multiply(unitValue);
    }

    BigDecimal workingValue() {
        return buys.add(sells).multiply(unitValue);
    }

    /** The same with more or less quantity working on a side. */
    public Line working(Side side, BigDecimal more) {
        return side == Side.BUY
                ? new Line(low, high, buys.add(more), sells, unitValue)
                : new Line(low, high, buys, sells.add(more), unitValue);
    }

    Line holding(BigDecimal newLow, BigDecimal newHigh) {
        return new Line(newLow, newHigh, buys, sells, unitValue);
    }

    Line moved(BigDecimal signed) {
        return new Line(low.add(signed), high.add(signed), buys, sells, unitValue);
    }

    Line valued(BigDecimal value) {
        return new Line(low, high, buys, sells, value);
    }
}
