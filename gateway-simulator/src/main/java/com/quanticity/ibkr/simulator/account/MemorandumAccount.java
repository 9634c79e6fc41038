package com.quanticity.ibkr.simulator.account;

import java.math.BigDecimal;

/**
 * The special memorandum account: excess over the Regulation T requirement, which once credited is not lost when prices
 * fall.
 *
 * <p>Source: Regulation T, 12 CFR 220.5; IB's end-of-day rule: the greater of the excess and what the day's trades and
 * cash left of yesterday's amount.
 */
final class MemorandumAccount {

    private static final BigDecimal HALF = new BigDecimal("0.50");

    private BigDecimal amount = BigDecimal.ZERO;

    BigDecimal amount() {
        return amount;
    }

    /** Half of what is bought is used, half of what is sold is credited. */
    void onTrade(BigDecimal signedValue) {
        amount = amount.subtract(signedValue.multiply(HALF));
    }

    void onCash(BigDecimal deposited) {
        amount = amount.add(deposited);
    }

    /** The excess of equity over the requirement is credited. */
    void credit(BigDecimal excess) {
        amount = amount.max(excess);
    }
}
