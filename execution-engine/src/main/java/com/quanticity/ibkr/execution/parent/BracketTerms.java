package com.quanticity.ibkr.execution.parent;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Prices of a bracket, in contract currency.
 *
 * @param entryLimit limit of the entry, null = a market order
 * @param stopPrice trigger of the stop
 * @param stopLimit limit of the stop once triggered, null = it becomes a market order
 * @param targetPrice limit of the target, null = there is none
 */
public record BracketTerms(
        @Nullable BigDecimal entryLimit,
        BigDecimal stopPrice,
        @Nullable BigDecimal stopLimit,
        @Nullable BigDecimal targetPrice) {}
