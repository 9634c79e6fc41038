package com.quanticity.ibkr.simulator.account.desk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** How amounts are spelled. */
final class Amounts {

    private static final String UNSET = "1.7976931348623157E308";

    private Amounts() {}

    static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_EVEN);
    }

    /** An amount in cents, or the wire's spelling of none. */
    static String text(@Nullable BigDecimal amount) {
        return amount == null ? UNSET : cents(amount).toPlainString();
    }
}
