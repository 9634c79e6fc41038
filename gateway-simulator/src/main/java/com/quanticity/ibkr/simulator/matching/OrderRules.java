package com.quanticity.ibkr.simulator.matching;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which orders are taken, and from whom.
 *
 * @param masterClientId client that hears of the orders of all others, null for none
 * @param cancelsForeignOrders whether a client may cancel another one's order by its id, as one capture shows
 * @param bindsWithNegativeIds whether manual orders get negative ids when client 0 binds them
 * @param largestSize most a single order may be for, null for any; more is refused with 383
 * @param priceBandPercent how far a limit may be on the wrong side of the market, null for any; more is refused with 201
 *     and can be overridden
 * @param workingOrdersASide working orders of one contract and side, null for any; more are refused with 201
 * @param takesFractions whether parts of a share are taken; refused with 10243 otherwise
 * @param shortable shares that can be borrowed, by symbol; a symbol that is not there has plenty
 */
public record OrderRules(
        @Nullable Integer masterClientId,
        boolean cancelsForeignOrders,
        boolean bindsWithNegativeIds,
        @Nullable BigDecimal largestSize,
        @Nullable BigDecimal priceBandPercent,
        @Nullable Integer workingOrdersASide,
        boolean takesFractions,
        Map<String, BigDecimal> shortable) {

    public OrderRules {
        shortable = Map.copyOf(shortable);
    }

    /** The documented rules without limits. */
    public static OrderRules defaults() {
        return new OrderRules(null, false, true, null, null, null, true, Map.of());
    }

    public OrderRules withMasterClientId(@Nullable Integer other) {
        return new OrderRules(
                other,
                cancelsForeignOrders,
                bindsWithNegativeIds,
                largestSize,
                priceBandPercent,
                workingOrdersASide,
                takesFractions,
                shortable);
    }

    public OrderRules withCancelsForeignOrders(boolean other) {
        return new OrderRules(
                masterClientId,
                other,
                bindsWithNegativeIds,
                largestSize,
                priceBandPercent,
                workingOrdersASide,
                takesFractions,
                shortable);
    }

    public OrderRules withBindsWithNegativeIds(boolean other) {
        return new OrderRules(
                masterClientId,
                cancelsForeignOrders,
                other,
                largestSize,
                priceBandPercent,
                workingOrdersASide,
                takesFractions,
                shortable);
    }

    public OrderRules withLargestSize(@Nullable BigDecimal other) {
        return new OrderRules(
                masterClientId,
                cancelsForeignOrders,
                bindsWithNegativeIds,
                other,
                priceBandPercent,
                workingOrdersASide,
                takesFractions,
                shortable);
    }

    public OrderRules withPriceBandPercent(@Nullable BigDecimal other) {
        return new OrderRules(
                masterClientId,
                cancelsForeignOrders,
                bindsWithNegativeIds,
                largestSize,
                other,
                workingOrdersASide,
                takesFractions,
                shortable);
    }

    public OrderRules withWorkingOrdersASide(@Nullable Integer other) {
        return new OrderRules(
                masterClientId,
                cancelsForeignOrders,
                bindsWithNegativeIds,
                largestSize,
                priceBandPercent,
                other,
                takesFractions,
                shortable);
    }

    public OrderRules withTakesFractions(boolean other) {
        return new OrderRules(
                masterClientId,
                cancelsForeignOrders,
                bindsWithNegativeIds,
                largestSize,
                priceBandPercent,
                workingOrdersASide,
                other,
                shortable);
    }

    public OrderRules withShortable(Map<String, BigDecimal> other) {
        return new OrderRules(
                masterClientId,
                cancelsForeignOrders,
                bindsWithNegativeIds,
                largestSize,
                priceBandPercent,
                workingOrdersASide,
                takesFractions,
                other);
    }
}
