package com.quanticity.ibkr.simulator.matching.terms;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an order asks for.
 *
 * @param isShortSale whether the client called it a short sale
 * @param quantity shares or contracts; zero for a hedge and while a cash quantity waits for its price
 * @param cashQuantity money to trade for instead of a quantity, null for none
 * @param limit the limit price or cap, null when there is none
 * @param trigger stop or touch price, null for types without
 * @param trailing how the trigger follows the market, null for types without
 * @param adjustment what the stop becomes later, null for nothing
 * @param algo null when the order is worked as it is
 * @param scale null when the order is worked as a whole
 * @param hedge null when the order hedges nothing
 */
public record OrderTerms(
        Side side,
        boolean isShortSale,
        BigDecimal quantity,
        @Nullable BigDecimal cashQuantity,
        OrderType type,
        @Nullable BigDecimal limit,
        @Nullable BigDecimal trigger,
        TriggerMethod triggerMethod,
        @Nullable Trailing trailing,
        Pegging pegging,
        Lifetime lifetime,
        Links links,
        Display display,
        @Nullable Adjustment adjustment,
        Conditions conditions,
        @Nullable AlgoTerms algo,
        @Nullable Scale scale,
        @Nullable Hedge hedge) {

    /** A market or limit order without attributes. */
    public static OrderTerms plain(
            Side side, BigDecimal quantity, @Nullable BigDecimal limit, TimeInForce timeInForce) {
        return new OrderTerms(
                side,
                false,
                quantity,
                null,
                limit == null ? OrderType.MARKET : OrderType.LIMIT,
                limit,
                null,
                TriggerMethod.DEFAULT,
                null,
                Pegging.NONE,
                Lifetime.of(timeInForce),
                Links.NONE,
                Display.PLAIN,
                null,
                Conditions.NONE,
                null,
                null,
                null);
    }

    public TimeInForce timeInForce() {
        return lifetime.timeInForce();
    }

    /** The same for another quantity. */
    public OrderTerms withQuantity(BigDecimal other) {
        return new OrderTerms(
                side,
                isShortSale,
                other,
                cashQuantity,
                type,
                limit,
                trigger,
                triggerMethod,
                trailing,
                pegging,
                lifetime,
                links,
                display,
                adjustment,
                conditions,
                algo,
                scale,
                hedge);
    }

    /** The same with another limit price. */
    public OrderTerms withLimit(@Nullable BigDecimal other) {
        return new OrderTerms(
                side,
                isShortSale,
                quantity,
                cashQuantity,
                type,
                other,
                trigger,
                triggerMethod,
                trailing,
                pegging,
                lifetime,
                links,
                display,
                adjustment,
                conditions,
                algo,
                scale,
                hedge);
    }

    /** The same in another group. */
    public OrderTerms inGroup(Links other) {
        return new OrderTerms(
                side,
                isShortSale,
                quantity,
                cashQuantity,
                type,
                limit,
                trigger,
                triggerMethod,
                trailing,
                pegging,
                lifetime,
                other,
                display,
                adjustment,
                conditions,
                algo,
                scale,
                hedge);
    }

    /** The stop after the market reached its adjustment's price; without an adjustment the same. */
    public OrderTerms adjusted() {
        Adjustment to = adjustment;
        if (to == null) {
            return this;
        }
        Trailing trail = to.trail() == null ? trailing : new Trailing(to.trail(), to.isTrailPercent(), to.stop(), null);
        return new OrderTerms(
                side,
                isShortSale,
                quantity,
                cashQuantity,
                to.type(),
                to.limit() == null ? limit : to.limit(),
                to.stop() == null ? trigger : to.stop(),
                triggerMethod,
                trail,
                pegging,
                lifetime,
                links,
                display,
                null,
                conditions,
                algo,
                scale,
                hedge);
    }

    /** Whether the order trades at this price. */
    public boolean accepts(BigDecimal price) {
        return limit == null || side.isWithin(price, limit);
    }
}
