package com.quanticity.ibkr.gateway.order;

import org.jspecify.annotations.Nullable;

/**
 * When an order starts and ends. Times are {@code YYYYMMDD HH:mm:ss zone} or {@code YYYYMMDD-HH:mm:ss} (UTC).
 *
 * @param goodTillDate for time in force GTD
 * @param duration seconds
 * @param includeOvernight needs version 189
 * @param autoCancelDate answers only
 */
public record OrderTiming(
        String goodAfterTime,
        String goodTillDate,
        String activeStartTime,
        String activeStopTime,
        String manualOrderTime,
        @Nullable Integer duration,
        boolean includeOvernight,
        String autoCancelDate) {

    /** Nothing given. */
    public static final OrderTiming NONE = new OrderTiming("", "", "", "", "", null, false, "");
}
