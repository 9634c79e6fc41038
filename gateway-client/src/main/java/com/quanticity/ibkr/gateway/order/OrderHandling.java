package com.quanticity.ibkr.gateway.order;

import com.quanticity.ibkr.gateway.TagValue;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the broker works an order.
 *
 * @param displaySize iceberg size shown, null or 0 = all
 * @param triggerMethod price watched by triggers, 0 = broker decides
 * @param overridePercentageConstraints requests only
 * @param usePriceMgmtAlgo null = account default
 * @param postToAts seconds; 0 is refused by the broker
 * @param imbalanceOnly needs version 199
 * @param routeMarketableToBbo completed orders only
 * @param advancedErrorOverride requests only, comma separated codes
 * @param orderMiscOptions requests only
 */
public record OrderHandling(
        boolean blockOrder,
        boolean sweepToFill,
        @Nullable Integer displaySize,
        int triggerMethod,
        boolean hidden,
        boolean allOrNone,
        @Nullable Integer minQty,
        String rule80A,
        @Nullable BigDecimal percentOffset,
        boolean overridePercentageConstraints,
        @Nullable BigDecimal discretionaryAmt,
        boolean optOutSmartRouting,
        boolean notHeld,
        boolean solicited,
        boolean randomizeSize,
        boolean randomizePrice,
        boolean isOmsContainer,
        boolean discretionaryUpToLimitPrice,
        @Nullable Boolean usePriceMgmtAlgo,
        @Nullable Integer postToAts,
        boolean imbalanceOnly,
        boolean routeMarketableToBbo,
        String advancedErrorOverride,
        List<TagValue> orderMiscOptions) {

    /** Nothing given. */
    public static final OrderHandling NONE = new OrderHandling(
            false, false, null, 0, false, false, null, "", null, false, null, false, false, false, false, false, false,
            false, null, null, false, false, "", List.of());

    public OrderHandling {
        orderMiscOptions = List.copyOf(orderMiscOptions);
    }
}
