package com.quanticity.ibkr.replay.recording;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of a recording: the whole best bid and offer after a change.
 *
 * @param symbol from the file's name
 * @param at recorded time, UTC
 * @param bid null when there was none; the same for the other prices and sizes
 */
public record RecordedQuote(
        String symbol,
        Instant at,
        @Nullable BigDecimal bid,
        @Nullable BigDecimal bidSize,
        String bidExchange,
        @Nullable BigDecimal ask,
        @Nullable BigDecimal askSize,
        String askExchange) {}
