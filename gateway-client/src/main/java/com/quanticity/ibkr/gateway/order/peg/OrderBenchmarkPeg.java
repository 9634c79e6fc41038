package com.quanticity.ibkr.gateway.order.peg;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Peg to a benchmark; exists only for order type PEG BENCH.
 */
public record OrderBenchmarkPeg(
        int referenceContractId,
        boolean isPeggedChangeAmountDecrease,
        @Nullable BigDecimal peggedChangeAmount,
        @Nullable BigDecimal referenceChangeAmount,
        String referenceExchangeId) {

    /** Nothing given. */
    public static final OrderBenchmarkPeg NONE = new OrderBenchmarkPeg(0, false, null, null, "");
}
