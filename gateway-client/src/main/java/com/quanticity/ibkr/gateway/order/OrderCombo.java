package com.quanticity.ibkr.gateway.order;

import com.quanticity.ibkr.gateway.TagValue;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Terms of a combination.
 *
 * @param orderComboLegs price of each leg, empty or one for each
 * @param basisPoints answers only
 * @param basisPointsType answers only
 */
public record OrderCombo(
        List<LegPrice> orderComboLegs,
        List<TagValue> smartComboRoutingParams,
        @Nullable BigDecimal basisPoints,
        @Nullable Integer basisPointsType) {

    /** Nothing given. */
    public static final OrderCombo NONE = new OrderCombo(List.of(), List.of(), null, null);

    public OrderCombo {
        orderComboLegs = List.copyOf(orderComboLegs);
        smartComboRoutingParams = List.copyOf(smartComboRoutingParams);
    }

    /** Price of one leg, null = not given. */
    public record LegPrice(@Nullable BigDecimal price) {}
}
