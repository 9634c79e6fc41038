package com.quanticity.ibkr.model.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What only options and futures have.
 *
 * @param expiry last trading day as the broker names it, null when not given
 * @param strike null for futures
 * @param right null for futures
 * @param multiplier units of the underlying in one contract, null when not given
 * @param underlyingId null when not given
 */
public record ContractTerms(
        @Nullable LocalDate expiry,
        @Nullable BigDecimal strike,
        @Nullable OptionRight right,
        @Nullable BigDecimal multiplier,
        @Nullable ContractId underlyingId) {}
