package com.quanticity.ibkr.execution.order;

import com.quanticity.ibkr.model.order.OrderTerms;
import com.quanticity.ibkr.model.order.OrderType;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The prices of a request as they stand side by side in JSON; null is not given. Which of them belong together the type says. */
record OrderPrices(
        @Nullable BigDecimal limitPrice,
        @Nullable BigDecimal stopPrice,
        @Nullable BigDecimal triggerPrice,
        @Nullable BigDecimal trailAmount,
        @Nullable BigDecimal trailPercent,
        @Nullable BigDecimal limitOffset,
        @Nullable BigDecimal offset,
        @Nullable BigDecimal offsetPercent) {

    private static final String LIMIT = "limitPrice";
    private static final String STOP = "stopPrice";
    private static final String TRIGGER = "triggerPrice";

    /** The prices of terms. */
    static OrderPrices of(OrderTerms terms) {
        BigDecimal limit = terms.limitPrice();
        return switch (terms) {
            case OrderTerms.Stop stop -> new OrderPrices(null, stop.stopPrice(), null, null, null, null, null, null);
            case OrderTerms.StopLimit stop ->
                new OrderPrices(limit, stop.stopPrice(), null, null, null, null, null, null);
            case OrderTerms.MarketIfTouched touch ->
                new OrderPrices(null, null, touch.triggerPrice(), null, null, null, null, null);
            case OrderTerms.LimitIfTouched touch ->
                new OrderPrices(limit, null, touch.triggerPrice(), null, null, null, null, null);
            case OrderTerms.Trail trail ->
                new OrderPrices(null, trail.stopPrice(), null, trail.amount(), trail.percent(), null, null, null);
            case OrderTerms.TrailLimit trail ->
                new OrderPrices(
                        limit,
                        trail.stopPrice(),
                        null,
                        trail.amount(),
                        trail.percent(),
                        trail.limitOffset(),
                        null,
                        null);
            case OrderTerms.Relative relative ->
                new OrderPrices(limit, null, null, null, null, null, relative.offset(), relative.percent());
            case OrderTerms.PeggedToMidpoint peg ->
                new OrderPrices(limit, null, null, null, null, null, peg.offset(), null);
            case OrderTerms.Market _,
                    OrderTerms.Limit _,
                    OrderTerms.MarketOnClose _,
                    OrderTerms.LimitOnClose _,
                    OrderTerms.MarketToLimit _,
                    OrderTerms.MidPrice _ -> new OrderPrices(limit, null, null, null, null, null, null, null);
        };
    }

    /** These, and where they are not given the others. */
    OrderPrices or(OrderPrices others) {
        return new OrderPrices(
                first(limitPrice, others.limitPrice),
                first(stopPrice, others.stopPrice),
                first(triggerPrice, others.triggerPrice),
                first(trailAmount, others.trailAmount),
                first(trailPercent, others.trailPercent),
                first(limitOffset, others.limitOffset),
                first(offset, others.offset),
                first(offsetPercent, others.offsetPercent));
    }

    boolean isEmpty() {
        return given().isEmpty();
    }

    /** Names of the fields that are missing for a type or do not belong to it, each with the rule. */
    Map<String, String> wrongFor(OrderType type) {
        Map<String, String> wrong = new LinkedHashMap<>();
        Set<String> needed = needed(type);
        Set<String> allowed = allowed(type);
        Map<String, BigDecimal> given = given();
        for (String field : needed) {
            if (!given.containsKey(field)) {
                wrong.put(field, "must be given for a " + type + " order");
            }
        }
        for (String field : given.keySet()) {
            if (!needed.contains(field) && !allowed.contains(field)) {
                wrong.put(field, "must be absent for a " + type + " order");
            }
        }
        return wrong;
    }

    /** The terms of a type, once nothing is {@linkplain #wrongFor wrong}. */
    OrderTerms terms(OrderType type) {
        return switch (type) {
            case MARKET -> OrderTerms.MARKET;
            case LIMIT -> new OrderTerms.Limit(Objects.requireNonNull(limitPrice));
            case STOP -> new OrderTerms.Stop(Objects.requireNonNull(stopPrice));
            case STOP_LIMIT ->
                new OrderTerms.StopLimit(Objects.requireNonNull(stopPrice), Objects.requireNonNull(limitPrice));
            case TRAIL -> new OrderTerms.Trail(trailAmount, trailPercent, stopPrice);
            case TRAIL_LIMIT ->
                new OrderTerms.TrailLimit(trailAmount, trailPercent, stopPrice, limitOffset, limitPrice);
            case MARKET_IF_TOUCHED -> new OrderTerms.MarketIfTouched(Objects.requireNonNull(triggerPrice));
            case LIMIT_IF_TOUCHED ->
                new OrderTerms.LimitIfTouched(Objects.requireNonNull(triggerPrice), Objects.requireNonNull(limitPrice));
            case MARKET_ON_CLOSE -> new OrderTerms.MarketOnClose();
            case LIMIT_ON_CLOSE -> new OrderTerms.LimitOnClose(Objects.requireNonNull(limitPrice));
            case MARKET_TO_LIMIT -> new OrderTerms.MarketToLimit();
            case RELATIVE -> new OrderTerms.Relative(offset, offsetPercent, limitPrice);
            case PEGGED_TO_MIDPOINT -> new OrderTerms.PeggedToMidpoint(offset, limitPrice);
            case MIDPRICE -> new OrderTerms.MidPrice(limitPrice);
        };
    }

    private static Set<String> needed(OrderType type) {
        return switch (type) {
            case LIMIT, LIMIT_ON_CLOSE -> Set.of(LIMIT);
            case STOP, TRAIL_LIMIT -> Set.of(STOP);
            case STOP_LIMIT -> Set.of(STOP, LIMIT);
            case MARKET_IF_TOUCHED -> Set.of(TRIGGER);
            case LIMIT_IF_TOUCHED -> Set.of(TRIGGER, LIMIT);
            case MARKET, MARKET_ON_CLOSE, MARKET_TO_LIMIT, TRAIL, RELATIVE, PEGGED_TO_MIDPOINT, MIDPRICE -> Set.of();
        };
    }

    private static Set<String> allowed(OrderType type) {
        return switch (type) {
            case TRAIL -> Set.of("trailAmount", "trailPercent", STOP);
            case TRAIL_LIMIT -> Set.of("trailAmount", "trailPercent", "limitOffset", LIMIT);
            case RELATIVE -> Set.of("offset", "offsetPercent", LIMIT);
            case PEGGED_TO_MIDPOINT -> Set.of("offset", LIMIT);
            case MIDPRICE -> Set.of(LIMIT);
            case MARKET,
                    LIMIT,
                    STOP,
                    STOP_LIMIT,
                    MARKET_IF_TOUCHED,
                    LIMIT_IF_TOUCHED,
                    MARKET_ON_CLOSE,
                    LIMIT_ON_CLOSE,
                    MARKET_TO_LIMIT -> Set.of();
        };
    }

    private Map<String, BigDecimal> given() {
        Map<String, BigDecimal> given = new LinkedHashMap<>();
        put(given, LIMIT, limitPrice);
        put(given, STOP, stopPrice);
        put(given, TRIGGER, triggerPrice);
        put(given, "trailAmount", trailAmount);
        put(given, "trailPercent", trailPercent);
        put(given, "limitOffset", limitOffset);
        put(given, "offset", offset);
        put(given, "offsetPercent", offsetPercent);
        return given;
    }

    private static void put(Map<String, BigDecimal> given, String field, @Nullable BigDecimal value) {
        if (value != null) {
            given.put(field, value);
        }
    }

    private static @Nullable BigDecimal first(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one != null ? one : other;
    }
}
