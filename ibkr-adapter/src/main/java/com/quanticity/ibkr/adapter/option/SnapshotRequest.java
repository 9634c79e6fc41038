package com.quanticity.ibkr.adapter.option;

import com.quanticity.ibkr.model.contract.OptionRight;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a chain is to be pictured.
 *
 * @param from first expiry, null = the first that still trades
 * @param to last expiry, null = the first there is from {@code from} on: chains are long
 * @param right null = calls and puts
 * @param tradingClass null = all classes
 * @param around price in whose neighbourhood strikes are wanted, null = the underlying's price of now
 * @param strikes strikes on each side, null = 5
 */
record SnapshotRequest(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable OptionRight right,
        @Nullable String tradingClass,
        @Nullable @Positive BigDecimal around,
        @Nullable @Min(1) @Max(200) Integer strikes) {}
