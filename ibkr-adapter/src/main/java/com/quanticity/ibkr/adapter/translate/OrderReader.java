package com.quanticity.ibkr.adapter.translate;

import com.quanticity.ibkr.gateway.order.GatewayOrder;
import com.quanticity.ibkr.gateway.order.OrderCombo;
import com.quanticity.ibkr.gateway.order.OrderHandling;
import com.quanticity.ibkr.gateway.order.OrderShortSale;
import com.quanticity.ibkr.gateway.order.OrderTrailing;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Lifetime;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderAttributes;
import com.quanticity.ibkr.model.order.OrderTerms;
import com.quanticity.ibkr.model.order.OrderType;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.order.TimeInForce;
import com.quanticity.ibkr.model.order.attribute.OcaGroup;
import com.quanticity.ibkr.model.order.attribute.OcaType;
import com.quanticity.ibkr.model.order.attribute.OpenClose;
import com.quanticity.ibkr.model.order.attribute.ShortSale;
import com.quanticity.ibkr.model.order.attribute.TriggerMethod;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * An order as the gateway tells it, in the desk's words. What the broker filled in by itself is left out where that is known: an OCA type
 * without a group, the artificial limit of a trailing stop. Source: wire specification, orders.
 */
public final class OrderReader {

    private OrderReader() {}

    /** How it is priced; empty for a type this platform does not send, and when a price that belongs to the type is missing. */
    public static Optional<OrderTerms> terms(GatewayOrder order) {
        return OrderType.ofWireCode(order.orderType()).flatMap(type -> Optional.ofNullable(terms(type, order)));
    }

    /** When it starts and ends; empty for a time in force this platform does not send, and for an end that cannot be read. */
    public static Optional<Lifetime> lifetime(GatewayOrder order) {
        return TimeInForce.ofWireCode(order.tif())
                .map(tif -> new Lifetime(
                        tif,
                        OrderTimes.read(order.timing().goodTillDate()),
                        OrderTimes.read(order.timing().goodAfterTime())))
                .filter(lifetime -> lifetime.timeInForce() != TimeInForce.GOOD_TILL_DATE || lifetime.until() != null);
    }

    /** @param parents client order id of an order id of this client, null when it is not known */
    public static OrderAttributes attributes(GatewayOrder order, IntFunction<@Nullable ClientOrderId> parents) {
        OrderHandling handling = order.handling();
        int parent = order.group().parentId();
        Integer shown = handling.displaySize();
        return OrderAttributes.builder()
                .oca(oca(order))
                .parent(parent == 0 ? null : parents.apply(parent))
                .transmit(order.transmit())
                .outsideRth(order.outsideRth())
                .displaySize(shown == null || shown == 0 ? null : BigDecimal.valueOf(shown))
                .hidden(handling.hidden())
                .allOrNone(handling.allOrNone())
                .triggerMethod(
                        handling.triggerMethod() == 0
                                ? null
                                : TriggerMethod.ofWireCode(handling.triggerMethod())
                                        .orElse(null))
                .conditions(ConditionTranslator.read(order.conditions()))
                .algo(AlgoTranslator.read(order.algo()))
                .openClose(openClose(order.clearing().openClose()))
                .shortSale(shortSale(order.shortSale()))
                .comboRouting(comboRouting(order.combo()))
                .build();
    }

    /**
     * The whole order; empty when its type, side, quantity or lifetime are not of this platform.
     *
     * @param symbol text of its contract
     * @param strategy to whom it is attributed
     */
    public static Optional<Order> order(
            ClientOrderId clientOrderId,
            String symbol,
            String strategy,
            GatewayOrder order,
            IntFunction<@Nullable ClientOrderId> parents) {
        BigDecimal quantity = order.totalQuantity();
        Side side = side(order.action());
        if (quantity == null || quantity.signum() <= 0 || side == null) {
            return Optional.empty();
        }
        return terms(order)
                .flatMap(terms -> lifetime(order)
                        .map(lifetime -> new Order(
                                clientOrderId,
                                order.account(),
                                symbol,
                                side,
                                quantity,
                                terms,
                                lifetime,
                                attributes(order, parents),
                                strategy,
                                null,
                                null)));
    }

    private static @Nullable OrderTerms terms(OrderType type, GatewayOrder order) {
        BigDecimal limit = order.lmtPrice();
        BigDecimal aux = order.auxPrice();
        OrderTrailing trailing = order.trailing();
        return switch (type) {
            case MARKET -> OrderTerms.MARKET;
            case LIMIT -> limit == null ? null : new OrderTerms.Limit(limit);
            case STOP -> aux == null ? null : new OrderTerms.Stop(aux);
            case STOP_LIMIT -> aux == null || limit == null ? null : new OrderTerms.StopLimit(aux, limit);
            case TRAIL ->
                new OrderTerms.Trail(
                        trailing.trailingPercent() == null ? aux : null,
                        trailing.trailingPercent(),
                        trailing.trailStopPrice());
            case TRAIL_LIMIT ->
                new OrderTerms.TrailLimit(
                        trailing.trailingPercent() == null ? aux : null,
                        trailing.trailingPercent(),
                        trailing.trailStopPrice(),
                        trailing.lmtPriceOffset(),
                        trailing.lmtPriceOffset() == null ? limit : null);
            case MARKET_IF_TOUCHED -> aux == null ? null : new OrderTerms.MarketIfTouched(aux);
            case LIMIT_IF_TOUCHED -> aux == null || limit == null ? null : new OrderTerms.LimitIfTouched(aux, limit);
            case MARKET_ON_CLOSE -> new OrderTerms.MarketOnClose();
            case LIMIT_ON_CLOSE -> limit == null ? null : new OrderTerms.LimitOnClose(limit);
            case MARKET_TO_LIMIT -> new OrderTerms.MarketToLimit();
            case RELATIVE ->
                new OrderTerms.Relative(
                        order.handling().percentOffset() == null ? aux : null,
                        order.handling().percentOffset(),
                        limit);
            case PEGGED_TO_MIDPOINT -> new OrderTerms.PeggedToMidpoint(aux, limit);
            case MIDPRICE -> new OrderTerms.MidPrice(limit);
        };
    }

    private static Map<String, String> comboRouting(OrderCombo combo) {
        Map<String, String> tags = new TreeMap<>();
        combo.smartComboRoutingParams().forEach(tag -> tags.put(tag.tag(), tag.value()));
        return tags;
    }

    private static @Nullable Side side(String action) {
        return switch (action) {
            case "BUY" -> Side.BUY;
            case "SELL", "SSHORT" -> Side.SELL;
            default -> null;
        };
    }

    /** Gateways tell a type also for orders without a group. */
    private static @Nullable OcaGroup oca(GatewayOrder order) {
        String name = order.group().ocaGroup();
        return name.isBlank()
                ? null
                : OcaType.ofWireCode(order.group().ocaType())
                        .map(type -> new OcaGroup(name, type))
                        .orElse(null);
    }

    private static @Nullable OpenClose openClose(String code) {
        return switch (code) {
            case "O" -> OpenClose.OPEN;
            case "C" -> OpenClose.CLOSE;
            default -> null;
        };
    }

    private static @Nullable ShortSale shortSale(OrderShortSale sale) {
        ShortSale.Source source = switch (sale.shortSaleSlot()) {
            case 1 -> ShortSale.Source.CLEARING_BROKER;
            case 2 -> ShortSale.Source.THIRD_PARTY;
            default -> null;
        };
        return source == null
                ? null
                : new ShortSale(
                        source, sale.designatedLocation(), sale.exemptCode() < 0 ? null : sale.exemptCode(), null);
    }
}
