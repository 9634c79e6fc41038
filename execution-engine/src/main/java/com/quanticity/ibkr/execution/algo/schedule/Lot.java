package com.quanticity.ibkr.execution.algo.schedule;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How children are sized, in shares or contracts.
 *
 * @param step every child is a multiple of it, above zero
 * @param smallest smallest child, the last one of a parent apart; a multiple of the step
 * @param largest largest child, so that catching up after a pause does not come at once; a multiple of the step
 */
public record Lot(BigDecimal step, BigDecimal smallest, BigDecimal largest) {

    /** Decimals of figures on the way to a quantity; a quantity has at most nine. */
    static final int WORKING_DECIMALS = 18;

    public Lot {
        if (step.signum() <= 0 || smallest.compareTo(step) < 0 || largest.compareTo(smallest) < 0) {
            throw new IllegalArgumentException(
                    "a lot needs 0 < step <= smallest <= largest, had " + step + ", " + smallest + ", " + largest);
        }
        if (!isMultiple(smallest, step) || !isMultiple(largest, step)) {
            throw new IllegalArgumentException("smallest and largest must be multiples of the step " + step + ", were "
                    + smallest + ", " + largest);
        }
    }

    /** Whether a parent of this quantity can be traded to the end in steps. */
    public boolean fits(BigDecimal quantity) {
        return isMultiple(quantity, step);
    }

    /** The largest multiple of the step that is not above. */
    BigDecimal down(BigDecimal quantity) {
        return quantity.divide(step, 0, RoundingMode.DOWN).multiply(step);
    }

    private static boolean isMultiple(BigDecimal quantity, BigDecimal step) {
        return quantity.remainder(step).signum() == 0;
    }
}
