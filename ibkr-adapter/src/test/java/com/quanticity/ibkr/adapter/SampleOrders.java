package com.quanticity.ibkr.adapter;

import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Lifetime;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderTerms;
import com.quanticity.ibkr.model.order.OrderType;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.order.TimeInForce;
import com.quanticity.ibkr.model.order.check.OrderRules;
import com.quanticity.ibkr.model.stream.Ulid;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Orders of every kind, priced so that they rest wherever they can. */
final class SampleOrders {

    private static final BigDecimal LOW = new BigDecimal("1.25");
    private static final BigDecimal HIGH = new BigDecimal("8888.5");
    private static final BigDecimal ONE = new BigDecimal("1.5");

    private SampleOrders() {}

    static Order order(Ulid ids, String symbol, Side side, OrderTerms terms) {
        return Order.of(ClientOrderId.of(ids.next()), symbol, side, BigDecimal.ONE, terms, "test");
    }

    /** A buy of one share for each type and each lifetime that the rules allow for it. */
    static List<Order> ofEveryKind(Ulid ids, String symbol, Instant now) {
        List<Order> all = new ArrayList<>();
        for (OrderType type : OrderType.values()) {
            for (TimeInForce timeInForce : TimeInForce.values()) {
                Order order = order(ids, symbol, Side.BUY, terms(type)).withLifetime(lifetime(timeInForce, now));
                if (OrderRules.check(order, now).isEmpty()) {
                    all.add(order);
                }
            }
        }
        return all;
    }

    /** True for a frame that holds the order's reference, type, lifetime and prices. */
    static boolean isEchoOf(String frame, Order order) {
        return frame.contains(" > ")
                && Stream.of(
                                order.clientOrderId().value(),
                                order.type().wireCode(),
                                order.timeInForce().wireCode(),
                                text(order.limitPrice()),
                                text(order.terms().triggerPrice()))
                        .filter(Objects::nonNull)
                        .allMatch(frame::contains);
    }

    private static @Nullable String text(@Nullable BigDecimal price) {
        return price == null ? null : price.toPlainString();
    }

    private static Lifetime lifetime(TimeInForce timeInForce, Instant now) {
        return timeInForce == TimeInForce.GOOD_TILL_DATE
                ? Lifetime.until(now.plus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS))
                : Lifetime.of(timeInForce);
    }

    private static OrderTerms terms(OrderType type) {
        return switch (type) {
            case MARKET -> OrderTerms.MARKET;
            case LIMIT -> new OrderTerms.Limit(LOW);
            case STOP -> new OrderTerms.Stop(HIGH);
            case STOP_LIMIT -> new OrderTerms.StopLimit(HIGH, HIGH);
            case TRAIL -> OrderTerms.Trail.byPercent(ONE, HIGH);
            case TRAIL_LIMIT -> new OrderTerms.TrailLimit(ONE, null, HIGH, ONE, null);
            case MARKET_IF_TOUCHED -> new OrderTerms.MarketIfTouched(LOW);
            case LIMIT_IF_TOUCHED -> new OrderTerms.LimitIfTouched(LOW, LOW);
            case MARKET_ON_CLOSE -> new OrderTerms.MarketOnClose();
            case LIMIT_ON_CLOSE -> new OrderTerms.LimitOnClose(LOW);
            case MARKET_TO_LIMIT -> new OrderTerms.MarketToLimit();
            case RELATIVE -> new OrderTerms.Relative(ONE, null, LOW);
            case PEGGED_TO_MIDPOINT -> new OrderTerms.PeggedToMidpoint(null, LOW);
            case MIDPRICE -> new OrderTerms.MidPrice(LOW);
        };
    }
}
