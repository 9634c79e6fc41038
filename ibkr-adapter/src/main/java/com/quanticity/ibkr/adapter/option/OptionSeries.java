package com.quanticity.ibkr.adapter.option;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Options of one exchange and trading class. Not every strike exists for every expiry: the broker tells the two lists apart.
 *
 * @param multiplier units of the underlying in one option
 * @param expiries in order
 * @param strikes in order
 */
record OptionSeries(
        String exchange,
        String tradingClass,
        BigDecimal multiplier,
        List<LocalDate> expiries,
        List<BigDecimal> strikes) {

    OptionSeries {
        expiries = List.copyOf(expiries);
        strikes = List.copyOf(strikes);
    }
}
