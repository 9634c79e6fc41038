package com.quanticity.ibkr.simulator.matching.terms;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a stop becomes once the market reaches a price.
 *
 * @param type {@code STP}, {@code STP LMT}, {@code TRAIL} or {@code TRAIL LIMIT}
 * @param trigger market price at which the stop is adjusted
 */
public record Adjustment(
        OrderType type,
        BigDecimal trigger,
        @Nullable BigDecimal stop,
        @Nullable BigDecimal limit,
        @Nullable BigDecimal trail,
        boolean isTrailPercent) {}
