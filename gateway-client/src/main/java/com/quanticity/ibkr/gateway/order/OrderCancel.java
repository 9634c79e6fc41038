package com.quanticity.ibkr.gateway.order;

import org.jspecify.annotations.Nullable;

/**
 * What may go with a cancel.
 *
 * @param manualOrderCancelTime {@code YYYYMMDD-HH:mm:ss} or empty; not for a global cancel
 * @param extOperator needs version 192
 * @param manualOrderIndicator 0 or 1, null = not given; needs version 192
 */
public record OrderCancel(
        String manualOrderCancelTime,
        String extOperator,
        @Nullable Integer manualOrderIndicator) {

    /** Nothing given. */
    public static final OrderCancel NONE = new OrderCancel("", "", null);
}
