package com.quanticity.ibkr.gateway.order;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * State of an order as the broker holds it, and its preview for a what-if order.
 *
 * @param status wire spelling, see {@link GatewayOrderStatus}
 * @param margin regular hours
 * @param commission amount, null when not given
 * @param minCommission null when not given
 * @param maxCommission null when not given
 * @param marginCurrency from version 195 on
 * @param marginOutsideRth from version 195 on
 * @param suggestedSize from version 195 on, null when not given
 * @param rejectReason from version 195 on
 * @param allocations from version 195 on
 * @param completedTime completed orders only, {@code YYYYMMDD HH:mm:ss zone}
 * @param completedStatus completed orders only, free text
 */
public record GatewayOrderState(
        String status,
        MarginPreview margin,
        @Nullable BigDecimal commission,
        @Nullable BigDecimal minCommission,
        @Nullable BigDecimal maxCommission,
        String commissionCurrency,
        String marginCurrency,
        MarginPreview marginOutsideRth,
        @Nullable BigDecimal suggestedSize,
        String rejectReason,
        List<OrderAllocation> allocations,
        String warningText,
        String completedTime,
        String completedStatus) {

    public GatewayOrderState {
        allocations = List.copyOf(allocations);
    }

    /** State of an order that has ended. */
    public static GatewayOrderState completed(String status, String completedTime, String completedStatus) {
        return new GatewayOrderState(
                status,
                MarginPreview.NONE,
                null,
                null,
                null,
                "",
                "",
                MarginPreview.NONE,
                null,
                "",
                List.of(),
                "",
                completedTime,
                completedStatus);
    }
}
