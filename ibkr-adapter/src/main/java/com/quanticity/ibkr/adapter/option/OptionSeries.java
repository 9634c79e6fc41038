package com.quanticity.ibkr.adapter.option;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
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

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalTime CLOSE = LocalTime.of(16, 0);

    OptionSeries {
        expiries = List.copyOf(expiries);
        strikes = List.copyOf(strikes);
    }

    /** The first expiry day on which something still trades: from the close in New York on it is the next day. */
    static LocalDate firstTrading(Instant now) {
        ZonedDateTime there = now.atZone(NEW_YORK);
        return there.toLocalTime().isBefore(CLOSE)
                ? there.toLocalDate()
                : there.toLocalDate().plusDays(1);
    }
}
