package com.quanticity.ibkr.simulator.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * What a future or option is derived from.
 *
 * @param underlyingId contract id of the underlying, 0 when it is not listed here
 * @param underlyingType its security type
 * @param expiry last day of trading, in New York
 * @param strike null for futures
 * @param right {@code C} or {@code P}; empty for futures
 * @param multiplier units of the underlying in one contract
 */
public record Derivation(
        int underlyingId,
        String underlyingSymbol,
        String underlyingType,
        LocalDate expiry,
        @Nullable BigDecimal strike,
        String right,
        BigDecimal multiplier) {

    /** {@code YYYYMMDD}. */
    public String expiryText() {
        return DateTimeFormatter.BASIC_ISO_DATE.format(expiry);
    }

    /** Whether its last day has passed. */
    public boolean isExpired(LocalDate today) {
        return expiry.isBefore(today);
    }
}
