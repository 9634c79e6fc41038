package com.quanticity.ibkr.adapter.historical.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tick of the past. Which members it has depends on its kind: trades and midpoints a price, quotes two sides.
 *
 * @param at whole second, UTC
 * @param price null for quotes
 * @param size null when not given
 * @param bid null for trades and midpoints
 * @param ask null for trades and midpoints
 * @param bidSize null when not given
 * @param askSize null when not given
 * @param exchange empty when not given
 * @param conditions the exchange's special conditions, empty when none
 * @param flags names of the flags that are set, blank between, empty when none: pastLimit, unreported, bidPastLow, askPastHigh
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HistoricalTick(
        Instant at,
        @Nullable BigDecimal price,
        @Nullable BigDecimal size,
        @Nullable BigDecimal bid,
        @Nullable BigDecimal ask,
        @Nullable BigDecimal bidSize,
        @Nullable BigDecimal askSize,
        String exchange,
        String conditions,
        String flags) {}
