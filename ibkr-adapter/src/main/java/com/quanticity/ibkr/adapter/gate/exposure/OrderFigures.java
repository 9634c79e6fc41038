package com.quanticity.ibkr.adapter.gate.exposure;

import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderTerms;
import com.quanticity.ibkr.model.order.Side;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What the gate reads off an order, in one place. */
public final class OrderFigures {

    private OrderFigures() {}

    /** The worst price that the order names; null when it names none. */
    public static @Nullable BigDecimal limitPrice(Order order) {
        return order.terms().limitPrice();
    }

    /** The price that wakes the order; null when it names none. */
    public static @Nullable BigDecimal triggerPrice(Order order) {
        return order.terms().triggerPrice();
    }

    /** True when it rests nowhere yet: a stop, a touch, a condition or another order has to wake it. */
    public static boolean isAsleep(Order order) {
        return order.attributes().conditions() != null
                || order.attributes().parentClientOrderId() != null
                || switch (order.terms()) {
                    case OrderTerms.Stop _,
                            OrderTerms.StopLimit _,
                            OrderTerms.Trail _,
                            OrderTerms.TrailLimit _,
                            OrderTerms.MarketIfTouched _,
                            OrderTerms.LimitIfTouched _ -> true;
                    case OrderTerms.Market _,
                            OrderTerms.Limit _,
                            OrderTerms.MarketOnClose _,
                            OrderTerms.LimitOnClose _,
                            OrderTerms.MarketToLimit _,
                            OrderTerms.Relative _,
                            OrderTerms.PeggedToMidpoint _,
                            OrderTerms.MidPrice _ -> false;
                };
    }

    /** Who is behind an order: the person it names, else who sent the command. */
    public static String user(Order order, String by) {
        String person = order.person();
        return person == null || person.isBlank() ? by : person;
    }

    /** The quantity with the side's sign. */
    public static BigDecimal signed(Side side, BigDecimal quantity) {
        return side == Side.BUY ? quantity : quantity.negate();
    }
}
