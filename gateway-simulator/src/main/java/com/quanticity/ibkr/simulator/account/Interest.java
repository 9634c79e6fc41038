package com.quanticity.ibkr.simulator.account;

import java.math.BigDecimal;

/**
 * What money earns and costs, at yearly rates over 360 days.
 *
 * @param credit on balances above zero
 * @param debit on money lent by the broker
 * @param payDay day of the month on which what has accrued is paid
 */
public record Interest(BigDecimal credit, BigDecimal debit, int payDay) {

    public Interest {
        if (credit.signum() < 0 || debit.signum() < 0) {
            throw new IllegalArgumentException("interest rates cannot be negative, not " + credit + " and " + debit);
        }
        if (payDay < 1 || payDay > 28) {
            throw new IllegalArgumentException("interest pay day must be 1 to 28, not " + payDay);
        }
    }

    /** 3 % and 6 %, paid on the third [A]. */
    public static Interest defaults() {
        return new Interest(new BigDecimal("0.03"), new BigDecimal("0.06"), 3);
    }
}
