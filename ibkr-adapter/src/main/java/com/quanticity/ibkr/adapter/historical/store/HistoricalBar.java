package com.quanticity.ibkr.adapter.historical.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A bar of the past.
 *
 * @param start first instant it covers, UTC; for bars of a day and more midnight UTC of {@code day}, a label and no moment
 * @param day day of the exchange, null for bars shorter than a day
 * @param open first price, in contract currency
 * @param high highest price
 * @param low lowest price
 * @param close last price
 * @param volume null when it has no meaning for its kind of data
 * @param wap average price weighted by volume, null as volume
 * @param count number of trades, null as volume
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HistoricalBar(
        Instant start,
        @Nullable LocalDate day,
        BigDecimal open,
        BigDecimal high,
        BigDecimal low,
        BigDecimal close,
        @Nullable BigDecimal volume,
        @Nullable BigDecimal wap,
        @Nullable Integer count) {}
