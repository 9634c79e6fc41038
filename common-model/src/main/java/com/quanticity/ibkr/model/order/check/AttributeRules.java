package com.quanticity.ibkr.model.order.check;

import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderAttributes;
import com.quanticity.ibkr.model.order.OrderType;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.order.TimeInForce;
import com.quanticity.ibkr.model.order.attribute.OrderAlgo;
import com.quanticity.ibkr.model.order.attribute.OrderCondition;
import com.quanticity.ibkr.model.order.attribute.OrderConditions;
import com.quanticity.ibkr.model.order.attribute.ShortSale;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which attributes go with which type, and with one another. */
final class AttributeRules {

    private static final BigDecimal LEAST_SHARE = new BigDecimal("0.1");
    private static final BigDecimal MOST_SHARE = new BigDecimal("0.5");
    private static final Set<OrderType> ICEBERGS = EnumSet.of(
            OrderType.LIMIT,
            OrderType.STOP_LIMIT,
            OrderType.TRAIL_LIMIT,
            OrderType.LIMIT_IF_TOUCHED,
            OrderType.RELATIVE,
            OrderType.PEGGED_TO_MIDPOINT);
    private static final Set<OrderType> TRIGGERED = EnumSet.of(
            OrderType.STOP,
            OrderType.STOP_LIMIT,
            OrderType.TRAIL,
            OrderType.TRAIL_LIMIT,
            OrderType.MARKET_IF_TOUCHED,
            OrderType.LIMIT_IF_TOUCHED);

    private AttributeRules() {}

    static void check(Order order, Findings found) {
        OrderAttributes attributes = order.attributes();
        display(order, attributes, found);
        allOrNone(order, attributes, found);
        found.addIf(
                attributes.outsideRth() && OrderRules.isAuction(order),
                "outsideRth",
                true,
                "must be false for an order in an auction");
        found.addIf(
                attributes.triggerMethod() != null && !TRIGGERED.contains(order.type()),
                "triggerMethod",
                attributes.triggerMethod(),
                "must be absent for a " + order.type() + " order, which waits for no price");
        found.addIf(
                order.clientOrderId().equals(attributes.parentClientOrderId()),
                "parentClientOrderId",
                attributes.parentClientOrderId(),
                "must be another order");
        shortSale(order, attributes.shortSale(), found);
        OrderConditions conditions = attributes.conditions();
        if (conditions != null) {
            found.addIf(conditions.all().isEmpty(), "conditions", null, "must hold one condition at least");
            conditions.all().forEach(condition -> condition(condition, found));
        }
        OrderAlgo algo = attributes.algo();
        if (algo != null) {
            algo(order, algo, found);
        }
    }

    private static void display(Order order, OrderAttributes attributes, Findings found) {
        BigDecimal size = attributes.displaySize();
        if (size == null) {
            return;
        }
        found.positive("displaySize", size);
        found.addIf(size.stripTrailingZeros().scale() > 0, "displaySize", size, "must be a whole number");
        found.addIf(
                size.compareTo(order.quantity()) > 0,
                "displaySize",
                size,
                "must not be above the quantity " + order.quantity().toPlainString());
        found.addIf(
                !ICEBERGS.contains(order.type()) || PriceRules.isCombination(order.symbol()),
                "displaySize",
                size,
                "must be absent for an order that does not rest in the book by its limit");
        found.addIf(attributes.hidden(), "displaySize", size, "must be absent for a hidden order");
    }

    private static void allOrNone(Order order, OrderAttributes attributes, Findings found) {
        if (!attributes.allOrNone()) {
            return;
        }
        String rule = "must be false ";
        found.addIf(attributes.displaySize() != null, "allOrNone", true, rule + "for an iceberg");
        found.addIf(OrderRules.isAuction(order), "allOrNone", true, rule + "for an order in an auction");
        found.addIf(
                order.timeInForce() == TimeInForce.IMMEDIATE_OR_CANCEL,
                "allOrNone",
                true,
                rule + "for IMMEDIATE_OR_CANCEL; use FILL_OR_KILL");
        found.addIf(attributes.algo() != null, "allOrNone", true, rule + "for an order of an algorithm");
    }

    private static void shortSale(Order order, @Nullable ShortSale sale, Findings found) {
        if (sale == null) {
            return;
        }
        found.addIf(order.side() == Side.BUY, "shortSale", sale.source(), "must be absent for a BUY order");
        found.addIf(
                sale.source() == ShortSale.Source.THIRD_PARTY && sale.location().isBlank(),
                "shortSale.location",
                null,
                "must name the third party");
    }

    private static void condition(OrderCondition condition, Findings found) {
        switch (condition) {
            case OrderCondition.Price price -> contract(price.symbol(), found);
            case OrderCondition.Volume volume -> {
                contract(volume.symbol(), found);
                found.addIf(volume.volume() <= 0, "conditions.volume", volume.volume(), "must be greater than 0");
            }
            case OrderCondition.PercentChange change -> contract(change.symbol(), found);
            case OrderCondition.Time time -> found.wholeSeconds("conditions.at", time.at());
            case OrderCondition.Margin margin ->
                found.addIf(
                        margin.percent() < 0 || margin.percent() > 100,
                        "conditions.percent",
                        margin.percent(),
                        "must be 0 to 100");
            case OrderCondition.Execution execution ->
                found.addIf(execution.symbol().isBlank(), "conditions.symbol", null, "must be given");
        }
    }

    private static void contract(String symbol, Findings found) {
        found.addIf(symbol.isBlank(), "conditions.symbol", null, "must be given");
        found.addIf(
                PriceRules.isCombination(symbol), "conditions.symbol", symbol, "must be one contract, no combination");
    }

    private static void algo(Order order, OrderAlgo algo, Findings found) {
        found.addIf(
                order.type() != OrderType.MARKET && order.type() != OrderType.LIMIT,
                "algo",
                order.type(),
                "must come with type MARKET or LIMIT");
        found.addIf(
                order.timeInForce() != TimeInForce.DAY, "algo", order.timeInForce(), "must come with timeInForce DAY");
        found.addIf(
                PriceRules.isCombination(order.symbol()), "algo", order.symbol(), "must be absent for combinations");
        found.addIf(
                order.attributes().displaySize() != null || order.attributes().hidden(),
                "algo",
                null,
                "must come without displaySize and hidden");
        switch (algo) {
            case OrderAlgo.Adaptive _ -> {}
            case OrderAlgo.Twap twap -> window(twap.start(), twap.end(), found);
            case OrderAlgo.Vwap vwap -> {
                share(vwap.maxShare(), found);
                window(vwap.start(), vwap.end(), found);
            }
            case OrderAlgo.ArrivalPrice arrival -> {
                share(arrival.maxShare(), found);
                window(arrival.start(), arrival.end(), found);
            }
        }
    }

    private static void share(@Nullable BigDecimal share, Findings found) {
        found.addIf(
                share != null && (share.compareTo(LEAST_SHARE) < 0 || share.compareTo(MOST_SHARE) > 0),
                "algo.maxShare",
                share,
                "must be 0.1 to 0.5");
    }

    private static void window(@Nullable Instant start, @Nullable Instant end, Findings found) {
        found.wholeSeconds("algo.start", start);
        found.wholeSeconds("algo.end", end);
        found.addIf(start != null && end != null && !end.isAfter(start), "algo.end", end, "must be after its start");
    }
}
