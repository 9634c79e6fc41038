package com.quanticity.ibkr.adapter.gate;

import com.quanticity.ibkr.adapter.marketdata.Level1Facts;
import java.math.BigDecimal;

/** Level 1 data that shows shares to borrow. */
final class Shortable {

    static final Level1Facts MANY = shares("1000000");

    private Shortable() {}

    static Level1Facts shares(String shares) {
        return new Level1Facts(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "",
                null,
                Level1Facts.Halt.NO,
                Level1Facts.Shortable.AVAILABLE,
                new BigDecimal(shares),
                null,
                "",
                null);
    }
}
