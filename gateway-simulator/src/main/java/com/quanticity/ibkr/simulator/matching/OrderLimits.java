package com.quanticity.ibkr.simulator.matching;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Bounds that a user sets in the gateway or the broker sets for an account.
 *
 * @param largestSize most a single order may be for, null for any; more is refused with 383
 * @param priceBandPercent how far a limit may be on the wrong side of the market, null for any; more is refused with 201
 *     and can be overridden
 * @param precautionPercent the same as a precaution of the user, null for any; more is refused with 109
 * @param precautionTicks the same in price increments; more is refused with 382
 * @param workingOrdersASide working orders of one contract and side, null for any; more are refused with 201
 * @param takesFractions whether parts of a share are taken; refused with 10243 otherwise
 */
public record OrderLimits(
        @Nullable BigDecimal largestSize,
        @Nullable BigDecimal priceBandPercent,
        @Nullable BigDecimal precautionPercent,
        @Nullable Integer precautionTicks,
        @Nullable Integer workingOrdersASide,
        boolean takesFractions) {

    /** Everything is taken. */
    public static OrderLimits none() {
        return new OrderLimits(null, null, null, null, null, true);
    }

    public OrderLimits withLargestSize(@Nullable BigDecimal other) {
        return new OrderLimits(
                other, priceBandPercent, precautionPercent, precautionTicks, workingOrdersASide, takesFractions);
    }

    public OrderLimits withPriceBandPercent(@Nullable BigDecimal other) {
        return new OrderLimits(
                largestSize, other, precautionPercent, precautionTicks, workingOrdersASide, takesFractions);
    }

    public OrderLimits withPrecautionPercent(@Nullable BigDecimal other) {
        return new OrderLimits(
                largestSize, priceBandPercent, other, precautionTicks, workingOrdersASide, takesFractions);
    }

    public OrderLimits withPrecautionTicks(@Nullable Integer other) {
        return new OrderLimits(
                largestSize, priceBandPercent, precautionPercent, other, workingOrdersASide, takesFractions);
    }

    public OrderLimits withWorkingOrdersASide(@Nullable Integer other) {
        return new OrderLimits(
                largestSize, priceBandPercent, precautionPercent, precautionTicks, other, takesFractions);
    }

    public OrderLimits withTakesFractions(boolean other) {
        return new OrderLimits(
                largestSize, priceBandPercent, precautionPercent, precautionTicks, workingOrdersASide, other);
    }
}
