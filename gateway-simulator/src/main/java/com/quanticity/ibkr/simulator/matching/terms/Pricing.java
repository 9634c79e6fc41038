package com.quanticity.ibkr.simulator.matching.terms;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * At which price an order works, and what makes it work.
 *
 * @param limit the limit price or cap, null when there is none
 * @param trigger stop or touch price, null for types without
 * @param trailing how the trigger follows the market, null for types without
 * @param adjustment what the stop becomes later, null for nothing
 */
public record Pricing(
        OrderType type,
        @Nullable BigDecimal limit,
        @Nullable BigDecimal trigger,
        TriggerMethod triggerMethod,
        @Nullable Trailing trailing,
        Pegging pegging,
        @Nullable Adjustment adjustment) {

    /** A market order, or a limit order when there is a limit. */
    public static Pricing plain(@Nullable BigDecimal limit) {
        OrderType type = limit == null ? OrderType.MARKET : OrderType.LIMIT;
        return new Pricing(type, limit, null, TriggerMethod.DEFAULT, null, Pegging.NONE, null);
    }

    Pricing withLimit(@Nullable BigDecimal other) {
        return new Pricing(type, other, trigger, triggerMethod, trailing, pegging, adjustment);
    }

    /** The stop after the market reached its adjustment's price; without an adjustment the same. */
    Pricing adjusted() {
        Adjustment to = adjustment;
        if (to == null) {
            return this;
        }
        return new Pricing(
                to.type(),
                to.limit() == null ? limit : to.limit(),
                to.stop() == null ? trigger : to.stop(),
                triggerMethod,
                to.trail() == null ? trailing : new Trailing(to.trail(), to.isTrailPercent(), to.stop(), null),
                pegging,
                null);
    }
}
