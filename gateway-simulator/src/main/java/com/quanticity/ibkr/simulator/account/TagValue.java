package com.quanticity.ibkr.simulator.account;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * One value of an account as it stands on the wire.
 *
 * @param currency empty for what is not money
 */
public record TagValue(String tag, String value, String currency) {

    static TagValue plain(String tag, String value) {
        return new TagValue(tag, value, "");
    }

    static TagValue money(String tag, BigDecimal amount, String currency) {
        return new TagValue(tag, amount.setScale(2, RoundingMode.HALF_EVEN).toPlainString(), currency);
    }
}
